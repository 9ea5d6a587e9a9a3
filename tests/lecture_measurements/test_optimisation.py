"""Relations between measurements that the page on optimisation states."""

import numpy as np
import pytest

from lecture_experiments.optimisation.digits_by_batch_size import (
    steady_lr,
    updates_per_epoch,
)
from lecture_experiments.optimisation.double_well import tilts, well
from lecture_experiments.optimisation.line_fit import dealt, drawn, line_fit
from lecture_experiments.optimisation.many_xor_networks import share_solved
from lecture_experiments.optimisation.noise_of_batches import noise_floor
from lecture_experiments.optimisation.random_bowls import (
    largest_stable_step,
    random_bowl,
)


def test_the_step_sizes_in_the_table_are_those_that_were_used() -> None:
    assert [steady_lr(size) for size in (None, 32, 1)] == [2, 1, 1 / 32]


def test_an_epoch_has_as_many_updates_as_batches() -> None:
    assert [updates_per_epoch(n) for n in (None, 32, 1)] == [1, 57, 1797]


def test_with_a_small_step_noise_makes_no_difference_on_xor() -> None:
    whole, single = share_solved(4, 0.1, 0), share_solved(1, 0.1, 0)
    assert abs(single - whole) < 0.05


def test_on_xor_noise_helps_on_every_seed() -> None:
    for seed in range(2):
        assert share_solved(1, 1.0, seed) > share_solved(4, 1.0, seed) + 0.05


def test_dealing_lowers_the_noise_floor() -> None:
    assert noise_floor(dealt, 0.01, 0) < noise_floor(drawn, 0.01, 0) / 1.5


def test_dealt_batches_show_every_sample_once() -> None:
    batches = dealt(100, 10, 3, np.random.default_rng(0))
    epoch = np.concatenate([next(batches) for _ in range(10)], axis=1)
    assert np.all(np.sort(epoch, axis=1) == np.arange(100))


def test_the_mean_of_all_sample_gradients_is_the_gradient() -> None:
    problem, W = line_fit(0), np.array([0.3, -2.0])
    each = problem.batch_gradient(
        np.tile(W, (100, 1)), np.arange(100)[:, None]
    )
    assert each.mean(axis=0) == pytest.approx(problem.gradient(W))


def test_the_tilts_cancel_and_the_deeper_valley_is_the_farther() -> None:
    assert tilts(np.random.default_rng(0)).mean() == pytest.approx(
        0, abs=1e-12
    )
    w = np.linspace(-2, 2, 401)
    assert w[np.argmin(well(w))] < -0.9


def test_the_stable_step_shrinks_with_the_curvature() -> None:
    bowls = [random_bowl(4, np.random.default_rng(s)) for s in range(4)]
    curvatures = [np.linalg.eigvalsh(b.hessian)[-1] for b in bowls]
    steps = [largest_stable_step(b) for b in bowls]
    assert np.all(np.argsort(steps) == np.argsort(curvatures)[::-1])


def test_small_steps_lower_the_dealt_floor_by_more_than_their_square() -> None:
    floors = [noise_floor(dealt, lr, 0) for lr in (0.002, 0.001)]
    assert floors[0] / floors[1] > 4
