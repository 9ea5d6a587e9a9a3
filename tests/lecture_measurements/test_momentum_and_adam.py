"""The experiments on momentum and Adam give what theory says."""

from collections.abc import Sequence

import numpy as np
import pytest

from lecture_code.arrays import Array
from lecture_code.optimisers import SGD
from lecture_experiments.momentum_and_adam.valleys import (
    ADAM_STEPS,
    LEFT,
    Valley,
    adam,
    best_of_adam,
    descent,
    momentum,
    path,
    start_of,
    steps_needed,
    steps_of,
)


def test_the_valley_has_its_curvatures_wherever_it_points() -> None:
    for degrees in (0, 20, 45):
        hessian = Valley(50, degrees).hessian
        assert np.linalg.eigvalsh(hessian) == pytest.approx([1, 50])


def test_the_turned_start_is_as_high() -> None:
    straight, turned = Valley(100), Valley(100, degrees=45)
    heights = [v.loss(start_of(3, v)) for v in (straight, turned)]
    assert heights[0] == pytest.approx(heights[1])


def test_descent_takes_the_steps_of_its_formula() -> None:
    shrinks = (1000 - 1) / (1000 + 1)  # the distance, in each step
    steps = np.ceil(np.log(LEFT) / 2 / np.log(shrinks))
    assert steps_of(descent, 1000, 0) == steps


@pytest.mark.parametrize(
    ("of_lr", "of_momentum"), [(0.8, 1), (1, 0.9), (1, 1.05)]
)
def test_other_settings_of_momentum_are_worse_in_the_long_run(
    of_lr: float, of_momentum: float
) -> None:
    valley = Valley(400)
    best = momentum(valley)([np.zeros(2)])
    assert isinstance(best, SGD)
    lr, kept = best.lr * of_lr, best.momentum * of_momentum

    def other(w: Sequence[Array]) -> SGD:
        return SGD(w, lr, momentum=kept)

    start = start_of(0, valley)
    ends = [path(valley, start, m, 500)[-1] for m in (momentum(valley), other)]
    assert valley.loss(ends[0]) < valley.loss(ends[1]) / 2


def test_a_path_that_comes_back_up_has_not_arrived() -> None:
    valley = Valley(1)
    points = np.array([[1.0, 0], [1e-9, 0], [0.5, 0], [1e-9, 0]])
    assert steps_needed(valley, points) == 3


def test_the_best_step_of_adam_lies_within_those_tried() -> None:
    for degrees in (0, 45):
        steps, lr = best_of_adam(Valley(1000, degrees), 0)
        assert ADAM_STEPS[0] < lr < ADAM_STEPS[-1]
        assert steps < 2000


def test_adam_does_not_turn_with_the_valley() -> None:
    straight, turned = Valley(100), Valley(100, degrees=45)
    ends = [
        valley.loss(path(valley, start_of(0, valley), adam(0.1), 30)[-1])
        for valley in (straight, turned)
    ]
    assert abs(ends[0] / ends[1] - 1) > 0.1
    by_descent = [
        valley.loss(path(valley, start_of(0, valley), descent(valley), 30)[-1])
        for valley in (straight, turned)
    ]
    assert by_descent[0] == pytest.approx(by_descent[1])
