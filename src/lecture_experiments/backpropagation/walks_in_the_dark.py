"""Walks downhill through one landscape, which only the step size tells apart.

The slope is felt by backpropagation, one place at a time.
"""

from __future__ import annotations

import numpy as np

from lecture_code.arrays import Array
from lecture_code.computational_graph import Tensor
from lecture_code.optimisers import gradient_descent

START = 3.0


def landscape(w: Tensor) -> Tensor:
    """Return the height of mountains with two valleys and a hill at 0."""
    return 0.025 * w**4 - 0.01 * w**3 - 0.2 * w**2 + 0.6


def heights(places: Array) -> Array:
    """Return the height of each place."""
    return landscape(Tensor(places)).value


def walk(lr: float, n_steps: int) -> Array:
    """Return the places of a walk downhill, shape (n_steps + 1,)."""

    def slope(w: Array) -> Array:
        here = Tensor(w)
        landscape(here).sum().backward()
        return here.grad

    return gradient_descent(slope, [START], lr, n_steps)[:, 0]


def steps_to_the_valley(lr: float) -> int:
    """Count the steps until a walk is within 0.1 of the place it ends at."""
    path = walk(lr, 3000)
    return int(np.argmax(np.abs(path - path[-1]) < 0.1))
