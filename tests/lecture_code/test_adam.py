import numpy as np
import pytest
import torch

from comparisons import assert_same_steps
from lecture_code.adam import Adam, AdamW

PAIRS = [(Adam, torch.optim.Adam), (AdamW, torch.optim.AdamW)]
ours_and_theirs = pytest.mark.parametrize(("ours", "theirs"), PAIRS)


@ours_and_theirs
@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"lr": 0.1, "weight_decay": 0.3},
        {"betas": (0.5, 0.9), "eps": 0.01},
        {"betas": (0.0, 0.0), "weight_decay": 0.0},
    ],
    ids=str,
)
def test_each_takes_the_steps_of_torch(ours, theirs, settings, rng):
    assert_same_steps(ours, theirs, rng, **settings)


def test_without_weight_decay_the_two_are_one(rng):
    p = rng.normal(size=3)
    q = p.copy()
    g = rng.normal(size=3)
    Adam([p], lr=0.1).step([g])
    AdamW([q], lr=0.1, weight_decay=0.0).step([g])
    np.testing.assert_array_equal(p, q)


@pytest.mark.parametrize("size", [1e-6, 1.0, 1e6])
def test_the_first_step_is_as_long_as_the_learning_rate(size):
    p = np.zeros(2)
    Adam([p], lr=0.1).step([np.array([size, -size])])
    np.testing.assert_allclose(p, [-0.1, 0.1], rtol=0.02)


@pytest.mark.parametrize("optimiser", [Adam, AdamW])
def test_a_gradient_of_zero_moves_only_what_decays(optimiser):
    p = np.array([2.0])
    optimiser([p], lr=0.1, weight_decay=0.0).step([np.zeros(1)])
    np.testing.assert_array_equal(p, [2.0])


def test_decoupled_decay_shrinks_by_the_share_lr_times_lambda():
    p = np.array([2.0, -4.0])
    AdamW([p], lr=0.1, weight_decay=0.5).step([np.zeros(2)])
    np.testing.assert_allclose(p, [1.9, -3.8])


def test_coupled_decay_forgets_how_large_a_weight_is():
    p = np.array([2.0, -4.0])
    Adam([p], lr=0.1, weight_decay=0.5).step([np.zeros(2)])
    np.testing.assert_allclose(p, [1.9, -3.9])


@pytest.mark.parametrize("bad", [-0.1, np.nan])
@pytest.mark.parametrize("name", ["lr", "eps", "weight_decay"])
def test_a_negative_number_is_refused(name, bad):
    with pytest.raises(ValueError, match=f"{name} must be at least 0"):
        Adam([np.zeros(2)], **{name: bad})


@pytest.mark.parametrize("bad", [-0.1, 1.0, np.nan])
def test_a_beta_outside_zero_to_one_is_refused(bad):
    with pytest.raises(ValueError, match=r"beta_1 must be in \[0, 1\)"):
        Adam([np.zeros(2)], betas=(bad, 0.9))
    with pytest.raises(ValueError, match=r"beta_2 must be in \[0, 1\)"):
        AdamW([np.zeros(2)], betas=(0.9, bad))


def test_integers_and_gradients_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="only arrays of float64"):
        Adam([np.array([1])])
    with pytest.raises(ValueError, match="each parameter needs a gradient"):
        Adam([np.zeros(2)]).step([np.zeros(3)])
