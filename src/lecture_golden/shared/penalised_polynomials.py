"""Polynomials of least squares with a penalty, for golden values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.polynomial import legendre

from lecture_code.arrays import Array
from lecture_code.penalties import soft_threshold

Curve: TypeAlias = Callable[[Array], Array]

STEPS = 1000  # proximal ones
NOTHING = 1e-10  # of the largest singular value


def fitted(
    x: Array, y: Array, degree: int, penalty: str, lam: float
) -> tuple[Array, Curve]:
    """Minimise the mean squared error and what the weights cost.

    Parameters
    ----------
    x, y : ndarray, shape (n_samples,)
        Inputs between -1 and 1, and targets.
    degree : int
    penalty : str
        l1 or l2; all else is none.
    lam : float
        λ of λ Σ |w| or λ Σ w². The constant costs nothing.

    Returns
    -------
    weights : ndarray, shape (degree,)
        Of Legendre polynomials with mean square 1; of many that are best,
        those with the least squares.
    curve : callable
        The fitted function.
    """
    rows = features(x, degree)
    means, level = rows.mean(axis=0), y.mean()
    if penalty == "l1":
        weights = _lasso(rows - means, y - level, lam)
    else:
        l2 = lam if penalty == "l2" else 0.0
        weights = _ridge(rows - means, y - level, l2)
    return weights, lambda at: level + (features(at, degree) - means) @ weights


def features(x: Array, degree: int) -> Array:
    """Return Legendre polynomials 1 to degree at x, with mean square 1."""
    sizes: Array = np.sqrt(2.0 * np.arange(1, degree + 1) + 1.0)
    return np.asarray(legendre.legvander(x, degree)[:, 1:] * sizes)


def _ridge(x: Array, y: Array, lam: float) -> Array:
    """Solve least squares with a row for what each weight costs."""
    if lam:
        x = np.vstack([x, np.sqrt(len(x) * lam) * np.eye(x.shape[1])])
        y = np.append(y, np.zeros(len(x) - len(y)))
    return np.asarray(np.linalg.lstsq(x, y, rcond=NOTHING)[0], np.float64)


def _lasso(x: Array, y: Array, lam: float) -> Array:
    """Take proximal steps, the longest that are safe."""
    weights = np.zeros(x.shape[1])
    gram, pull = 2 * x.T @ x / len(x), 2 * x.T @ y / len(x)
    steepest = float(np.linalg.norm(gram, 2))
    if steepest == 0:
        return weights
    lr = 1 / steepest
    for _ in range(STEPS):
        step = weights - lr * (gram @ weights - pull)
        weights = soft_threshold(step, lr * lam)
    return weights
