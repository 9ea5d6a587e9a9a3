"""Relations between the measurements of the summary."""

from itertools import islice

import numpy as np
import pytest

from lecture_experiments.summary.confidently_wrong import (
    gradients_at,
    losses_at,
    steps_until_right,
    turning_back,
    two_clouds,
)


@pytest.mark.parametrize("logit", [-5.0, 0.0, 3.0])
def test_losses_and_gradients_follow_their_formulas(logit: float) -> None:
    p = 1 / (1 + np.exp(-logit))
    assert losses_at(logit) == pytest.approx(((p - 1) ** 2, -np.log(p)))
    expected = (2 * (p - 1) * p * (1 - p), p - 1)
    assert gradients_at(logit) == pytest.approx(expected)


@pytest.mark.parametrize("squared", [True, False])
def test_the_neuron_starts_out_wrong_and_ends_right(squared: bool) -> None:
    run = list(islice(turning_back(squared, 8.0, 0), 500))
    assert run[0] == (pytest.approx(0, abs=0.05), -10)
    assert run[-1][0] > 0.95


def test_half_of_the_points_are_in_each_cloud() -> None:
    x, y = two_clouds(np.random.default_rng(0))
    assert y.sum() == 50
    assert x[y[:, 0] == 1].mean() == pytest.approx(1, abs=0.2)
    assert x[y[:, 0] == 0].mean() == pytest.approx(-1, abs=0.2)


def test_twice_the_step_takes_half_the_updates_of_the_squared_error() -> None:
    slow, fast = (steps_until_right(True, lr, 0) for lr in (0.5, 1.0))
    assert slow / fast == pytest.approx(2, rel=0.05)
