import numpy as np
import pytest
import torch

from lecture_code.initialisers import (
    kaiming_normal,
    normal,
    xavier_normal,
    zeros,
)

EVERY = [zeros, normal(0.05), xavier_normal, kaiming_normal]


@pytest.mark.parametrize("initialiser", EVERY)
def test_a_weight_has_the_shape_that_torch_gives_it(initialiser, rng):
    weight = initialiser(5, 3, rng)
    assert weight.shape == tuple(torch.nn.Linear(5, 3).weight.shape)
    assert weight.dtype == np.float64


@pytest.mark.parametrize("initialiser", EVERY)
def test_the_same_seed_gives_the_same_weight(initialiser):
    one, other = (
        initialiser(5, 3, np.random.default_rng(1)) for _ in range(2)
    )
    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("initialiser", EVERY)
@pytest.mark.parametrize(("n_in", "n_out"), [(0, 3), (3, 0), (-1, 3)])
def test_a_layer_without_units_is_refused(initialiser, n_in, n_out, rng):
    with pytest.raises(ValueError, match="must be at least 1"):
        initialiser(n_in, n_out, rng)


def test_zeros_are_zero(rng):
    np.testing.assert_array_equal(zeros(4, 3, rng), np.zeros((3, 4)))


# A sample variance of n normal numbers has a relative spread of sqrt(2 / n).
@pytest.mark.parametrize(
    ("initialiser", "variance"),
    [
        (normal(0.05), 0.05**2),
        (xavier_normal, 1 / 100),
        (kaiming_normal, 2 / 100),
    ],
)
def test_the_weights_have_the_stated_variance(initialiser, variance, rng):
    weight = initialiser(100, 2000, rng)
    spread = np.sqrt(2 / weight.size)
    assert weight.var() == pytest.approx(variance, rel=5 * spread)
    assert abs(weight.mean()) < 5 * np.sqrt(variance / weight.size)


def test_kaiming_has_the_variance_of_torch(rng):
    theirs = torch.empty(2000, 100, dtype=torch.float64)
    torch.nn.init.kaiming_normal_(
        theirs, nonlinearity="relu", generator=torch.Generator().manual_seed(0)
    )
    ours = kaiming_normal(100, 2000, rng)
    assert ours.var() == pytest.approx(float(theirs.var()), rel=0.03)


def test_our_xavier_agrees_with_torch_in_a_square_layer_only(rng):
    for n_in, n_out, ratio in [(400, 400, 1.0), (100, 1600, 8.5)]:
        theirs = torch.empty(n_out, n_in, dtype=torch.float64)
        generator = torch.Generator().manual_seed(0)
        torch.nn.init.xavier_normal_(theirs, generator=generator)
        ours = xavier_normal(n_in, n_out, rng)
        assert ours.var() / float(theirs.var()) == pytest.approx(ratio, 0.03)


def test_a_negative_spread_is_refused(rng):
    with pytest.raises(ValueError, match="scale < 0"):
        normal(-1.0)(2, 2, rng)
