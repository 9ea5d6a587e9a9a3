import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from comparisons import (
    as_torch,
    assert_matches_differences,
    assert_matches_torch,
)
from lecture_code.optimisers import SGD
from lecture_code.penalties import (
    d_l1_penalty,
    d_l2_penalty,
    l1_penalty,
    l2_penalty,
    soft_threshold,
)

PENALTIES = {
    "l2": (l2_penalty, d_l2_penalty, torch.square),
    "l1": (l1_penalty, d_l1_penalty, torch.abs),
}
every_penalty = pytest.mark.parametrize("name", PENALTIES)
numbers = st.floats(-1e6, 1e6)
amounts = st.floats(0, 1e6)


@every_penalty
@pytest.mark.parametrize("scale", [1e-9, 1.0, 1000.0])
@pytest.mark.parametrize("weight", [0.0, 0.01, 10.0])
def test_a_penalty_and_its_gradient_agree_with_torch(name, scale, weight, rng):
    penalty, d_penalty, term = PENALTIES[name]
    w, b = scale * rng.normal(size=(3, 2)), scale * rng.normal(size=3)
    b[0] = 0.0  # the kink
    leaves = [as_torch(w), as_torch(b)]
    theirs = weight * torch.cat([term(p).ravel() for p in leaves]).sum()
    theirs.backward()
    assert_matches_torch(penalty([w, b], weight), theirs)
    for ours, leaf in zip(d_penalty([w, b], weight), leaves, strict=True):
        assert_matches_torch(ours, leaf.grad)


@every_penalty
def test_a_gradient_agrees_with_central_differences(name, rng):
    penalty, d_penalty, _ = PENALTIES[name]
    w = rng.normal(size=(4, 3))
    w = w + 0.1 * np.sign(w)  # away from the kink
    (gradient,) = d_penalty([w], 0.7)
    assert_matches_differences(gradient, lambda w: penalty([w], 0.7), w)


@every_penalty
def test_without_parameters_there_is_no_penalty(name):
    penalty, d_penalty, _ = PENALTIES[name]
    assert penalty([], 0.5) == 0.0
    assert d_penalty([], 0.5) == []


@every_penalty
def test_a_single_array_is_refused_with_the_remedy(name):
    for function in PENALTIES[name][:2]:
        with pytest.raises(ValueError, match=r"\(2, 3\).*use \[w\]"):
            function(np.ones((2, 3)), 0.5)


@every_penalty
@pytest.mark.parametrize("weight", [-0.1, np.nan])
def test_a_penalty_that_would_reward_is_refused(name, weight):
    for function in PENALTIES[name][:2]:
        with pytest.raises(ValueError, match="weight must be at least 0"):
            function([np.ones(2)], weight)


@every_penalty
def test_enormous_parameters_give_inf_and_warn_not(name):
    penalty, d_penalty, _ = PENALTIES[name]
    w = [np.array([1e308, -1e308, np.inf])]
    assert penalty(w, 10.0) == np.inf
    assert d_penalty(w, 10.0)[0][2] > 0


def test_the_penalty_counts_lambda_once_per_weight_and_not_half():
    w = [np.array([[3.0, -4.0]])]
    assert l2_penalty(w, 0.5) == 12.5
    assert l1_penalty(w, 0.5) == 3.5


def test_twice_lambda_is_the_weight_decay_of_sgd(rng):
    ours, decayed = np.full((2, 2), 3.0), np.full((2, 2), 3.0)
    g = rng.normal(size=(2, 2))
    SGD([ours], lr=0.1).step([g + d_l2_penalty([ours], 0.25)[0]])
    SGD([decayed], lr=0.1, weight_decay=0.5).step([g])
    np.testing.assert_allclose(ours, decayed, rtol=1e-14)


@pytest.mark.parametrize("amount", [0.0, 1e-3, 0.5, 1000.0])
def test_the_soft_threshold_agrees_with_that_of_torch(amount, rng):
    w = np.append(rng.normal(size=(3, 4)), [[-1000.0, 0.0, 0.5, 1000.0]], 0)
    theirs = torch.nn.functional.softshrink(torch.tensor(w), amount)
    assert_matches_torch(soft_threshold(w, amount), theirs)


@given(w=numbers, amount=amounts, v=numbers)
def test_nothing_costs_less_than_the_soft_threshold(w, amount, v):
    def cost(v):
        return 0.5 * (v - w) ** 2 + amount * abs(v)

    least = cost(float(soft_threshold(np.array(w), amount)))
    assert least <= cost(v) + 1e-12 * (w * w + amount * abs(w))


@given(w=st.floats(allow_nan=False, allow_infinity=False), amount=amounts)
def test_no_entry_changes_its_sign_or_moves_further_than_asked(w, amount):
    v = float(soft_threshold(np.array(w), amount))
    assert v == 0 or np.sign(v) == np.sign(w)
    assert abs(v) <= abs(w)
    assert abs(v - w) <= amount + 1e-15 * abs(w)


def test_small_entries_become_exactly_zero_without_a_sign():
    v = soft_threshold(np.array([-0.3, 0.3, -0.1, 0.0]), 0.3)
    np.testing.assert_array_equal(v, np.zeros(4))
    assert not np.any(np.signbit(v))


def test_the_subgradient_jumps_over_zero_where_the_threshold_stops():
    steps, proximal = np.array([0.25]), np.array([0.25])
    for _ in range(10):
        SGD([steps], lr=0.1).step(d_l1_penalty([steps], 1.0))
        proximal[...] = soft_threshold(proximal, 0.1 * 1.0)
    assert abs(steps[0]) == pytest.approx(0.05)
    assert proximal[0] == 0.0


@pytest.mark.parametrize("amount", [-1.0, np.nan])
def test_a_threshold_below_zero_is_refused(amount):
    with pytest.raises(ValueError, match="amount must be at least 0"):
        soft_threshold(np.ones(2), amount)
