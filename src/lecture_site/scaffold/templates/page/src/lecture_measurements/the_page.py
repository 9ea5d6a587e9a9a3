"""the_title: what the page claims, measured."""

from __future__ import annotations

import numpy as np

from lecture_measurements.measurement import measurement


def deviation_of_means(n_draws: int, seed: int) -> float:
    """Return the standard deviation of ten thousand means of draws."""
    draws = np.random.default_rng(seed).random((10_000, n_draws))
    return float(draws.mean(axis=1).std())


@measurement(low=3.93, high=4.11, decimals=1, seeds=range(5))
def gain_of_sixteen_draws(seed: int) -> float:
    """Deviation of one draw over that of a mean of sixteen."""
    return deviation_of_means(1, seed) / deviation_of_means(16, seed)
