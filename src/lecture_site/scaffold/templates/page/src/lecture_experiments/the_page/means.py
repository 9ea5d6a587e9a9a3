"""Means of draws, for the figure and for the measurement."""

from __future__ import annotations

import numpy as np


def deviation_of_means(n_draws: int, seed: int) -> float:
    """Return the standard deviation of ten thousand means of draws."""
    draws = np.random.default_rng(seed).random((10_000, n_draws))
    return float(draws.mean(axis=1).std())
