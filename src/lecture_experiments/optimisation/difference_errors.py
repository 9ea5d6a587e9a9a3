"""How far a difference quotient is off, for every size of its step.

The function is x³: f'' = 6x and f''' = 6, so theory is short, and it takes
products only, so every machine rounds alike.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lecture_code.arrays import Array

STEPS = [f"{digit}e-{k}" for k in range(15, 0, -1) for digit in (1, 2, 5)]
X = 1.5


def cube(x: NDArray[Any]) -> NDArray[Any]:
    """Return x³ in the precision of x."""
    return np.asarray(x * x * x)


def difference_errors(
    dtype: Any, seed: int = 0, n_points: int = 2001
) -> tuple[Array, Array, Array]:
    """Return steps and median relative errors, forward and central.

    The points lie within a hundredth of 1.5.
    """
    rng = np.random.default_rng(seed)
    x = rng.uniform(X - 0.01, X + 0.01, size=n_points).astype(dtype)
    slope = 3 * x.astype(np.float64) ** 2
    forward, central = [], []
    for step in STEPS:
        h = dtype(step)
        ahead = (cube(x + h) - cube(x)) / h
        around = (cube(x + h) - cube(x - h)) / (2 * h)
        forward.append(np.median(np.abs(ahead - slope) / slope))
        central.append(np.median(np.abs(around - slope) / slope))
    return np.array(STEPS, float), np.array(forward), np.array(central)


def best_steps(dtype: Any) -> tuple[float, float]:
    """Return the steps that theory takes for best, forward and central.

    They minimise h |f''| / 2 + 2 ε |f| / h and h² |f'''| / 6 + ε |f| / h.
    """
    unit = float(np.finfo(dtype).eps) / 2
    return 2 * np.sqrt(unit * X**2 / 6), float(np.cbrt(unit * X**3 / 2))
