"""Polynomials of every degree are fitted to the same few noisy points.

What a fit gets wrong on average is its bias; how much it changes with the
noise is its variance. Both can be seen by drawing the noise again and again.
"""

from __future__ import annotations

import numpy as np

from lecture_code.arrays import Array

N_SAMPLES = 20
N_SETS = 200
NOISE = 0.3
GRID = np.linspace(-1, 1, 200)


def truth(x: Array) -> Array:
    """Return what the labels would be without noise."""
    return np.sin(3 * x + 0.5)


def training_sets(n_sets: int, seed: int) -> tuple[Array, Array]:
    """Return the inputs, (n_samples,), and labels, (n_samples, n_sets)."""
    rng = np.random.default_rng(seed)
    x = np.linspace(-1, 1, N_SAMPLES)
    noise = rng.normal(scale=NOISE, size=(N_SAMPLES, n_sets))
    return x, truth(x)[:, None] + noise


def powers(x: Array, degree: int) -> Array:
    """Return the features 1, x, x², …, (n_samples, degree + 1)."""
    return np.vander(x, degree + 1, increasing=True)


def coefficients(x: Array, y: Array, degree: int, penalty: float) -> Array:
    """Minimise the mean squared error plus the penalty times Σ w².

    The penalty is put as more rows of the same least squares, which rounds
    less than the normal equations do. The bias is not penalised.
    """
    penalised = np.diag(np.arange(degree + 1) > 0) * np.sqrt(penalty * len(x))
    A = np.vstack([powers(x, degree), penalised])
    target = np.vstack([y, np.zeros((degree + 1, y.shape[1]))])
    return np.asarray(np.linalg.lstsq(A, target, rcond=None)[0])


def predictions(
    degree: int, penalty: float, seed: int, n_sets: int = N_SETS
) -> Array:
    """Return the fits to all training sets on the grid, (n_grid, n_sets)."""
    x, y = training_sets(n_sets, seed)
    w = coefficients(x, y, degree, penalty)
    return powers(GRID, degree) @ w


def bias_and_variance(
    degree: int, penalty: float, seed: int
) -> tuple[float, float]:
    """Return the squared bias and the variance, means over the grid.

    The fit is linear in the labels, so the mean of all fits is the fit to
    labels without noise: the bias is exact. The variance is that over sets.
    """
    x, _ = training_sets(1, seed)
    w = coefficients(x, truth(x)[:, None], degree, penalty)
    bias = (powers(GRID, degree) @ w)[:, 0] - truth(GRID)
    variance = predictions(degree, penalty, seed).var(axis=1).mean()
    return float(np.mean(bias**2)), float(variance)


def errors(degree: int, penalty: float, seed: int) -> tuple[float, float]:
    """Return the mean squared errors on training and validation points.

    Validation points are drawn with noise of their own.
    """
    x, y = training_sets(N_SETS, seed)
    w = coefficients(x, y, degree, penalty)
    rng = np.random.default_rng([seed, 1])
    noise = rng.normal(scale=NOISE, size=(len(GRID), N_SETS))
    missed = powers(GRID, degree) @ w - truth(GRID)[:, None] - noise
    on_training = np.mean((powers(x, degree) @ w - y) ** 2)
    return float(on_training), float(np.mean(missed**2))


def roughness(fits: Array) -> float:
    """Return the sum of squared second differences along the grid."""
    return float(np.mean(np.sum(np.diff(fits, 2, axis=0) ** 2, axis=0)))


def roughness_over_truth(degree: int, penalty: float, seed: int) -> float:
    """Return how many times as rough as the truth the fits are."""
    fits = predictions(degree, penalty, seed)
    return roughness(fits) / roughness(truth(GRID)[:, None])


def validation_over_training(degree: int, seed: int) -> float:
    """Return the validation error divided by the training error."""
    on_training, on_validation = errors(degree, 0, seed)
    return on_validation / on_training


def median_norm(degree: int, penalty: float, seed: int) -> float:
    """Return the median norm of the penalised weights over all sets."""
    w = coefficients(*training_sets(N_SETS, seed), degree, penalty)
    return float(np.median(np.linalg.norm(w[1:], axis=0)))
