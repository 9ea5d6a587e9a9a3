"""Draws from a normal distribution, alone and added up."""

import numpy as np

from lecture_code.arrays import Array


def normal_draws(seed: int, n_draws: int = 10_000) -> Array:
    """Return draws with mean 0 and standard deviation 1, (n_draws,)."""
    return np.random.default_rng(seed).normal(size=n_draws)


def share_within(draws: Array, n_deviations: float) -> float:
    """Return the share of draws that lie near their mean."""
    away = np.abs(draws - draws.mean())
    return float(np.mean(away < n_deviations * draws.std()))


def variance_of_sums(seed: int, n_terms: int = 16) -> float:
    """Return the variance of many sums of draws, each of variance 1."""
    draws = np.random.default_rng(seed).normal(size=(100_000, n_terms))
    return float(draws.sum(axis=1).var())
