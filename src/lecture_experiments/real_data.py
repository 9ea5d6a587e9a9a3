"""Real data that ships with scikit-learn, so nothing is downloaded."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits

from lecture_code.arrays import Array, IntArray


class Split(NamedTuple):
    """Samples to learn from and others to be judged by.

    Attributes
    ----------
    x_train, x_test : ndarray, shape (n_samples, n_features)
    y_train, y_test : ndarray of int, shape (n_samples,)
    """

    x_train: Array
    y_train: IntArray
    x_test: Array
    y_test: IntArray


@cache
def digits() -> tuple[Array, IntArray]:
    """Return pixels from 0 to 1, (1797, 64), and classes, (1797,)."""
    data: Any = load_digits()
    return data.data / 16, data.target.astype(np.int64)


@cache
def breast_cancer() -> tuple[Array, IntArray]:
    """Return 30 measures of cells, (569, 30), and 1 for benign, (569,)."""
    data: Any = load_breast_cancer()
    return data.data, data.target.astype(np.int64)


def split(
    data: tuple[Array, IntArray], n_train: int, rng: np.random.Generator
) -> Split:
    """Draw the samples to learn from; all others are for the test."""
    x, y = data
    order = rng.permutation(len(x))
    train, test = order[:n_train], order[n_train:]
    return Split(x[train], y[train], x[test], y[test])
