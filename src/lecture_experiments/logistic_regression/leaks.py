"""What is known of the test samples before the test is worth nothing."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from lecture_code.arrays import Array, IntArray
from lecture_experiments.logistic_regression.scaled_splits import (
    N_TRAIN,
    cells,
    fitted,
)
from lecture_experiments.real_data import Split, breast_cancer, split


def gain_by_scaling_with_all(seed: int) -> float:
    """Return by how much accuracy rises if the test set scales too."""
    x, y = breast_cancer()
    both = StandardScaler().fit_transform(x)
    leaky = split((both, y), N_TRAIN, np.random.default_rng(seed))
    honest = cells(seed)
    return _score(leaky) - _score(honest)


def _score(data: Split) -> float:
    return float(fitted(data).score(data.x_test, data.y_test))


def best_features(x: Array, y: IntArray, n_best: int = 20) -> IntArray:
    """Return the features whose means differ most between two classes."""
    gap = np.abs(x[y == 1].mean(axis=0) - x[y == 0].mean(axis=0))
    return np.argsort(-gap)[:n_best]


def accuracy_on_noise(choose_with_all: bool, seed: int) -> float:
    """Choose 20 of 2000 features of pure noise, fit, and test.

    Parameters
    ----------
    choose_with_all : bool
        Whether the test samples take part in the choice.
    seed : int
        Draws 100 samples and their classes; half are for the test.
    """
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(100, 2000))
    y = rng.permutation(np.arange(100) % 2)
    n = 100 if choose_with_all else 50
    x = x[:, best_features(x[:n], y[:n])]
    model = LogisticRegression().fit(x[:50], y[:50])
    return float(model.score(x[50:], y[50:]))
