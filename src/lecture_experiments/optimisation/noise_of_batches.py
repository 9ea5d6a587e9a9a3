"""What the noise of a small batch does to the fit of a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, repeat

import numpy as np

from lecture_code.arrays import Array, IntArray
from lecture_experiments.optimisation.line_fit import (
    LineFit,
    descents,
    drawn,
    line_fit,
)

Batches = Callable[
    [int, int, int, np.random.Generator], Iterator[IntArray]
]  # `drawn` or `dealt`

N_SAMPLES = 100
N_RUNS = 100


def gradient_variance(batches: Batches, batch_size: int, seed: int) -> float:
    """Return the variance of the gradient at W = 0, summed over both axes."""
    n_batches = 10_000
    rng = np.random.default_rng([seed, batch_size])
    batch = next(batches(N_SAMPLES, batch_size, n_batches, rng))
    W = np.zeros((n_batches, 2))
    gradients = line_fit(seed).batch_gradient(W, batch)
    return float(gradients.var(axis=0).sum())


def excess_losses(
    problem: LineFit,
    batches: Batches,
    lrs: Iterable[float],
    n_updates: int,
    start: Array,
    seed: int,
) -> Array:
    """Return by how much each run misses the smallest loss, per update.

    Returns
    -------
    ndarray, shape (n_updates, n_runs)
        From batches of one sample.
    """
    rng = np.random.default_rng(seed)
    runs = descents(
        problem,
        batches(N_SAMPLES, 1, N_RUNS, rng),
        np.tile(start, (N_RUNS, 1)),
        lrs,
    )
    return np.stack([problem.excess(W) for W in islice(runs, n_updates)])


def noise_floor(batches: Batches, lr: float, seed: int) -> float:
    """Return the mean excess at the ends of late epochs."""
    problem = line_fit(seed)
    lrs, start = repeat(lr), problem.best
    excess = excess_losses(problem, batches, lrs, 3000, start, seed)
    return float(excess[1000 + N_SAMPLES - 1 :: N_SAMPLES].mean())


def floor_exponent(batches: Batches, seed: int) -> float:
    """Return the power of the step size that the floor follows."""
    steps = [0.01, 0.02, 0.04]
    floors = [noise_floor(batches, lr, seed) for lr in steps]
    return float(np.polyfit(np.log(steps), np.log(floors), 1)[0])


def floor_without_label_noise(seed: int) -> float:
    """Return the mean excess if one line runs through all points."""
    problem = line_fit(seed, noise=0.0)
    lrs, start = repeat(0.05), np.zeros(2)
    excess = excess_losses(problem, drawn, lrs, 3000, start, seed)
    return float(excess[-1].mean())


def uphill_share(seed: int) -> float:
    """Return the share of late updates on one sample that raise the loss."""
    problem = line_fit(seed)
    lrs, start = repeat(0.05), problem.best
    excess = excess_losses(problem, drawn, lrs, 1500, start, seed)
    return float(np.mean(np.diff(excess[500:], axis=0) > 0))
