"""A loss with two valleys, of which the nearer one is the shallower.

It is the mean of 100 losses, each tilted its own way; the tilts cancel. So
the gradient of the whole is smooth, and that of a few samples is noisy.
"""

from __future__ import annotations

import numpy as np

from lecture_code.arrays import Array

N_SAMPLES = 100
N_STEPS = 2000
START = 0.93
TILT = 0.12


def well(w: Array) -> Array:
    """Return w⁴/4 − w²/2 + 0.12 w, the mean of all the losses."""
    return w**4 / 4 - w**2 / 2 + TILT * w


def d_well(w: Array) -> Array:
    """Return the derivative of `well`."""
    return w**3 - w + TILT


def tilts(rng: np.random.Generator) -> Array:
    """Draw the slope that each sample adds, mean 0 and deviation 2."""
    slopes = rng.normal(size=N_SAMPLES)
    return np.asarray(2 * (slopes - slopes.mean()) / slopes.std())


def ends(batch_size: int, lr: float, n_runs: int, seed: int) -> Array:
    """Return where runs from the shallow valley are after 2000 updates."""
    rng = np.random.default_rng(seed)
    slopes = tilts(rng)
    w = np.full(n_runs, START)
    for _ in range(N_STEPS):
        noise = np.zeros(n_runs)
        if batch_size < N_SAMPLES:
            batch = rng.integers(N_SAMPLES, size=(n_runs, batch_size))
            noise = slopes[batch].mean(axis=1)
        w = w - lr * (d_well(w) + noise)
    return w


def share_that_escapes(
    batch_size: int, lr: float, n_runs: int, seed: int
) -> float:
    """Return the share of runs that end in the deeper valley."""
    return float(np.mean(ends(batch_size, lr, n_runs, seed) < 0))
