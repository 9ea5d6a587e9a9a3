from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from comparisons import assert_matches_torch, assert_same_steps
from lecture_code.adam import Adam
from lecture_code.optimisers import SGD, gradient_descent, random_search


def bowl(w):
    """Curvature 1 in one direction and 10 in the other; lowest at 0."""
    return float(0.5 * w[0] ** 2 + 5.0 * w[1] ** 2)


def d_bowl(w):
    return np.array([1.0, 10.0]) * w


@pytest.mark.parametrize("weight_decay", [0.0, 0.1])
@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("lr", [0.0, 0.01, 1.0])
def test_sgd_takes_the_steps_of_torch(lr, momentum, weight_decay, rng):
    assert_same_steps(
        SGD,
        torch.optim.SGD,
        rng,
        lr=lr,
        momentum=momentum,
        weight_decay=weight_decay,
    )


def test_sgd_changes_parameters_in_place_and_gradients_not():
    p, g = np.zeros(2), np.array([1.0, 2.0])
    SGD([p], lr=0.1, momentum=0.9).step([g])
    np.testing.assert_allclose(p, [-0.1, -0.2])
    np.testing.assert_array_equal(g, [1.0, 2.0])


@pytest.mark.parametrize("bad", [-0.1, np.nan])
def test_a_negative_number_is_refused(bad):
    with pytest.raises(ValueError, match="lr must be at least 0"):
        SGD([np.zeros(2)], lr=bad)
    with pytest.raises(ValueError, match="momentum must be at least 0"):
        SGD([np.zeros(2)], lr=0.1, momentum=bad)
    with pytest.raises(ValueError, match="weight_decay must be at least 0"):
        SGD([np.zeros(2)], lr=0.1, weight_decay=bad)


@pytest.mark.parametrize("p", [[1.0], 1.0, np.array([1])])
def test_what_cannot_be_changed_in_place_is_refused(p):
    with pytest.raises(ValueError, match="only arrays of float64"):
        SGD([p], lr=0.1)


@pytest.mark.parametrize(
    "gradients",
    [[], [np.ones(2)], [np.ones(1), np.ones(3)], [1.0, np.ones(3)]],
)
def test_gradients_that_do_not_fit_are_refused(gradients):
    sgd = SGD([np.zeros(2), np.zeros(3)], lr=0.1)
    with pytest.raises(ValueError, match=r"expected \[\(2,\), \(3,\)\]"):
        sgd.step(gradients)


def test_sgd_that_diverges_ends_in_inf_and_warns_not():
    p = np.array([1e300])
    sgd = SGD([p], lr=1e10)
    sgd.step([p.copy()])
    assert np.isneginf(p)
    sgd.step([np.array([-np.inf])])
    assert not np.isfinite(p)


def test_the_path_starts_at_the_start_and_has_one_point_per_step():
    path = gradient_descent(d_bowl, [3.0, -4.0], lr=0.1, n_steps=7)
    assert path.shape == (8, 2)
    np.testing.assert_array_equal(path[0], [3.0, -4.0])
    for here, there in pairwise(path):
        np.testing.assert_array_equal(there, here - 0.1 * d_bowl(here))


def test_gradient_descent_takes_the_steps_of_torch():
    w = torch.tensor([3.0, -4.0], dtype=torch.float64, requires_grad=True)
    reference = torch.optim.SGD([w], lr=0.05)
    for _ in range(50):
        reference.zero_grad()
        (0.5 * w[0] ** 2 + 5.0 * w[1] ** 2).backward()
        reference.step()
    path = gradient_descent(d_bowl, [3.0, -4.0], lr=0.05, n_steps=50)
    assert_matches_torch(path[-1], w)


@given(lr=st.floats(0.01, 0.5))
def test_on_a_quadratic_two_over_the_curvature_decides(lr):
    """The largest curvature is 10, so the border is at 0.2."""
    path = gradient_descent(d_bowl, [0.0, 1.0], lr=lr, n_steps=100)
    distance = np.abs(path[:, 1])
    if lr < 0.199:
        assert distance[-1] < distance[0]
    elif lr > 0.201:
        assert distance[-1] > distance[0]


def test_a_descent_that_diverges_is_visible_and_warns_not():
    path = gradient_descent(d_bowl, [1.0, 1.0], lr=10.0, n_steps=1000)
    assert path.shape == (1001, 2)
    assert np.isfinite(path[0]).all()
    assert not np.isfinite(path[-1]).any()


def test_gradient_descent_leaves_its_start_alone():
    start = np.array([1.0, 1.0])
    gradient_descent(d_bowl, start, lr=0.1, n_steps=3)
    np.testing.assert_array_equal(start, [1.0, 1.0])


@pytest.mark.parametrize("start", [1.0, [], [[1.0, 2.0]]])
def test_a_start_that_is_no_vector_is_refused(start, rng):
    with pytest.raises(ValueError, match=r"a point has shape \(n_dims,\)"):
        gradient_descent(d_bowl, start, lr=0.1, n_steps=1)
    with pytest.raises(ValueError, match=r"a point has shape \(n_dims,\)"):
        random_search(bowl, start, n_evaluations=1, scale=1.0, rng=rng)


def test_no_steps_and_no_evaluations_are_refused(rng):
    with pytest.raises(ValueError, match="n_steps must be at least 1"):
        gradient_descent(d_bowl, [1.0, 1.0], lr=0.1, n_steps=0)
    with pytest.raises(ValueError, match="n_evaluations must be at least 1"):
        random_search(bowl, [1.0, 1.0], 0, scale=1.0, rng=rng)


@given(seed=st.integers(0, 1000), scale=st.floats(0.01, 100))
def test_a_random_search_never_gets_worse(seed, scale):
    rng = np.random.default_rng(seed)
    path = random_search(bowl, [3.0, -4.0], 30, scale, rng)
    assert path.shape == (30, 2)
    np.testing.assert_array_equal(path[0], [3.0, -4.0])
    assert np.all(np.diff([bowl(w) for w in path]) <= 0)


def test_a_random_search_spends_exactly_its_budget_and_keeps_the_best(rng):
    tried = []

    def loss(w):
        tried.append(w)
        return bowl(w)

    path = random_search(loss, [3.0, -4.0], 200, scale=0.5, rng=rng)
    assert len(tried) == 200
    for n, best in enumerate(path, start=1):
        assert bowl(best) == min(bowl(w) for w in tried[:n])
    assert bowl(path[-1]) < 0.01 * bowl(path[0])


def test_a_random_search_steps_from_the_best_point_so_far(rng):
    path = random_search(bowl, [100.0, 0.0], 400, scale=1.0, rng=rng)
    assert abs(path[-1][0]) < 10  # a hundred steps away from the start


def test_a_random_search_passes_over_nan_and_warns_not(rng):
    def loss(w):
        return float(np.log(w[0]))  # nan below 0

    path = random_search(loss, [1.0], 50, scale=1.0, rng=rng)
    assert np.all(path > 0)
    assert path[-1] < 1
    with pytest.raises(ValueError, match=r"the loss at the start.* is nan"):
        random_search(loss, [-1.0], 50, scale=1.0, rng=rng)


def test_the_settings_left_out_are_those_of_torch(rng):
    assert_same_steps(SGD, torch.optim.SGD, rng, lr=0.1)


def test_a_learning_rate_that_changes_scales_the_whole_velocity():
    p, q = np.array([1.0]), torch.tensor([1.0], dtype=torch.float64)
    ours, theirs = SGD([p], 0.1, 0.9), torch.optim.SGD([q], 0.1, 0.9)
    for lr in (0.1, 0.01, 0.5):
        ours.lr = theirs.param_groups[0]["lr"] = lr
        q.grad = torch.ones(1, dtype=torch.float64)
        ours.step([np.ones(1)])
        theirs.step()
        assert_matches_torch(p, q)


def test_a_random_search_stays_where_nothing_is_better(rng):
    path = random_search(lambda w: 1.0, [3.0], 20, scale=1.0, rng=rng)  # noqa: ARG005
    np.testing.assert_array_equal(path, np.full((20, 1), 3.0))


@pytest.mark.parametrize(
    "p",
    [
        np.broadcast_to(0.0, 3),
        np.array([1.0], dtype=">f8"),
        np.array([1.0], dtype=np.float32),
        np.float64(1.0),
        None,
    ],
    ids=repr,
)
def test_no_optimiser_takes_what_only_looks_changeable(p):
    with pytest.raises(ValueError, match="be changed in place"):
        SGD([np.zeros(2), p], lr=0.1)


@pytest.mark.parametrize("optimiser", [SGD, Adam])
@pytest.mark.parametrize(
    ("share", "parts"),
    [
        (True, (slice(0, 6), slice(0, 6))),
        (True, (slice(0, 3), slice(2, 6))),
        (False, (slice(0, 3), slice(3, 6))),
        (False, (slice(0, 6, 2), slice(1, 6, 2))),
    ],
)
def test_no_number_is_changed_twice_in_a_step(optimiser, share, parts):
    numbers = np.zeros(6)
    parameters = [numbers[part] for part in parts]
    if share:
        with pytest.raises(ValueError, match="two parameters share"):
            optimiser(parameters, lr=0.1)
    else:
        optimiser(parameters, lr=0.1).step([np.ones(3), np.ones(3)])
        np.testing.assert_allclose(numbers, np.full(6, -0.1))


@pytest.mark.parametrize("optimiser", [SGD, Adam])
def test_a_parameter_with_a_mask_is_refused(optimiser):
    p = np.ma.array([1.0, 2.0], mask=[True, False])
    with pytest.raises(ValueError, match="masked values"):
        optimiser([p], 0.1)


@pytest.mark.parametrize(
    "wrong", [lambda _: 3.0, lambda w: w[:1], lambda w: w[None], lambda _: []]
)
def test_a_slope_of_another_shape_than_the_point_is_refused(wrong):
    with pytest.raises(ValueError, match="the gradient has shape"):
        gradient_descent(wrong, [1.0, 2.0], lr=0.1, n_steps=1)


def test_whatever_is_done_to_a_point_the_path_keeps_it(rng):
    def slope(w):
        w *= 0.0
        return w + 1.0

    def loss(w):
        w += 5.0
        return float(w @ w)

    followed = gradient_descent(slope, [1.0, 2.0], lr=0.5, n_steps=2)
    assert followed.tolist() == [[1.0, 2.0], [0.5, 1.5], [0.0, 1.0]]
    tried = random_search(loss, [1.0, 2.0], 2, 1e-9, rng)
    np.testing.assert_allclose(tried, [[1.0, 2.0]] * 2, atol=1e-7)


def test_parameters_and_gradients_may_come_from_a_generator():
    p = np.zeros(2)
    sgd = SGD((array for array in [p]), lr=0.1)
    sgd.step(g for g in [[1.0, 2.0]])
    np.testing.assert_allclose(p, [-0.1, -0.2])
