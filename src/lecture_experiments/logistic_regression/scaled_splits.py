"""Real data, split at random and scaled by what the training part knows."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from lecture_code.arrays import Array
from lecture_experiments.real_data import Split, breast_cancer, split

BoolArray: TypeAlias = NDArray[np.bool_]

N_TRAIN = 400
MALIGNANT, BENIGN = 0, 1


def scaled(data: Split) -> Split:
    """Scale by the means and deviations of the training samples."""
    scaler = StandardScaler().fit(data.x_train)
    x_train, x_test = map(scaler.transform, (data.x_train, data.x_test))
    return Split(x_train, data.y_train, x_test, data.y_test)


@cache
def cells(seed: int) -> Split:
    """Return 400 scaled samples to learn from and 169 for the test."""
    rng = np.random.default_rng(seed)
    return scaled(split(breast_cancer(), N_TRAIN, rng))


@cache
def raw_cells(seed: int) -> Split:
    """Return the same samples as they are."""
    return split(breast_cancer(), N_TRAIN, np.random.default_rng(seed))


def fitted(data: Split, C: float = 1.0, **settings: Any) -> Any:
    """Fit scikit-learn's model, silent about iterations that ran out."""
    model = LogisticRegression(C=C, **({"max_iter": 10_000} | settings))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(data.x_train, data.y_train)


@cache
def judged(C: float, seed: int) -> tuple[Array, BoolArray]:
    """Let each tumour be judged by a model that has not seen it.

    Parameters
    ----------
    C : float
        Inverse strength of the penalty.
    seed : int
        Deals the samples into ten parts.

    Returns
    -------
    p : ndarray, shape (569,)
        Probability that it is malignant, by the model that was fitted to
        the nine other parts.
    is_malignant : ndarray of bool, shape (569,)
    """
    x, y = breast_cancer()
    # Newton's steps end at the optimum, to the last digits that are shown;
    # with a weak penalty the default solver stops where rounding says.
    newton = LogisticRegression(C=C, solver="newton-cholesky", tol=1e-8)
    model = make_pipeline(StandardScaler(), newton)
    parts = KFold(10, shuffle=True, random_state=seed)
    p = cross_val_predict(model, x, y, cv=parts, method="predict_proba")
    return p[:, MALIGNANT], y == MALIGNANT


def shares(
    p: Array, is_malignant: BoolArray, threshold: float
) -> tuple[float, float]:
    """Return how many malignant are found, and benign falsely alarmed at."""
    alarm = p > threshold
    return (
        float(np.mean(alarm[is_malignant])),
        float(np.mean(alarm[~is_malignant])),
    )


def calibration_error(
    p: Array, happened: BoolArray, n_bins: int = 10
) -> float:
    """Return the mean gap between probability and frequency.

    Samples whose probability lies in the same tenth are taken together, and
    each group counts by its size.
    """
    bins = np.minimum((p * n_bins).astype(int), n_bins - 1)
    gap = np.bincount(bins, weights=p - happened, minlength=n_bins)
    return float(np.abs(gap).sum() / len(p))
