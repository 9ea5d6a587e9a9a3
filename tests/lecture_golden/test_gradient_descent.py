"""The surfaces have the slopes that they claim, and their noise cancels."""

from collections.abc import Callable
from itertools import islice

import numpy as np
import pytest

from lecture_golden.gradient_descent import (
    SIZES,
    TILTS,
    bend,
    saddle,
    tilts,
    two_minima,
    values,
)

Surface = Callable[[float, float], tuple[float, float, float]]
Point = tuple[float, float]
STATE = {
    "surface": "valley",
    "condition": 30.0,
    "turn": 30.0,
    "way": "descent",
    "lr": 0.07,
    "kept": 0.9,
    "batch": "all",
    "seed": 1,
    "steps": 100,
    "x": -1.5,
    "y": -1.6,
}


@pytest.mark.parametrize("surface", [bend, saddle, two_minima])
@pytest.mark.parametrize("at", [(-1.5, 0.7), (0.2, -1.1), (1.9, 2.0)])
def test_a_slope_is_the_limit_of_differences(
    surface: Surface, at: Point
) -> None:
    h = 1e-5
    _, *slope = surface(*at)
    for axis, step in enumerate(np.eye(2) * h):
        ahead, behind = surface(*(at + step))[0], surface(*(at - step))[0]
        wanted = (ahead - behind) / (2 * h)
        assert slope[axis] == pytest.approx(wanted, abs=1e-6)


@pytest.mark.parametrize(
    ("surface", "lowest"),
    [(bend, (1.2, 0.44)), (saddle, (0, -1)), (two_minima, (-1.3, 0))],
)
def test_the_lowest_point_has_no_loss_and_no_slope(
    surface: Surface, lowest: Point
) -> None:
    assert surface(*lowest) == pytest.approx((0, 0, 0), abs=1e-12)


@pytest.mark.parametrize("batch", SIZES)
def test_an_epoch_sees_every_sample_once(batch: str) -> None:
    n_batches = len(TILTS) // SIZES[batch]
    epochs = list(islice(tilts(batch, 7), 2 * n_batches))
    assert np.sum(epochs[:n_batches], axis=0) == pytest.approx([0, 0])
    if batch == "one":
        seen = sorted(map(tuple, np.round(epochs[:n_batches], 3)))
        assert seen == sorted(TILTS)
        assert not np.array_equal(epochs[:n_batches], epochs[n_batches:])


def test_momentum_bears_a_step_at_which_descent_diverges() -> None:
    alone = values(STATE)["losses"]
    with_momentum = values({**STATE, "way": "momentum"})["losses"]
    assert alone[-1] > 1e8 * alone[0]
    assert with_momentum[-1] < 1e-4 * with_momentum[0]
