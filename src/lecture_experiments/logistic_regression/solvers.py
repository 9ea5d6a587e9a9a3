"""Ways down to the same minimum: descent, L-BFGS and Newton."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn._loss import HalfBinomialLoss, HalfMultinomialLoss
from sklearn.linear_model._linear_loss import LinearModelLoss

from lecture_code.arrays import Array
from lecture_code.gradient_check import relative_error
from lecture_code.logistic_regression import LogisticRegression
from lecture_code.penalised_loss import d_penalised_loss, penalised_loss
from lecture_experiments.logistic_regression.scaled_splits import fitted
from lecture_experiments.real_data import Split


def descent(
    data: Split, lr: float, n_steps: int, start: Array
) -> tuple[Array, list[float]]:
    """Go down from (n_features + 1,) weights; return weights and losses."""
    weight, bias = start[None, :-1].copy(), start[-1:].copy()
    x, y = data.x_train, data.y_train
    losses = []
    for _ in range(n_steps):
        losses.append(penalised_loss(weight, bias, x, y, 1.0))
        d_weight, d_bias = d_penalised_loss(weight, bias, x, y, 1.0)
        weight -= lr * d_weight
        bias -= lr * d_bias
    return np.append(weight[0], bias), losses


def losses_of_lbfgs(data: Split, iterations: list[int]) -> list[float]:
    """Return the penalised loss after so many iterations of L-BFGS."""
    losses = []
    for n in iterations:
        model = fitted(data, max_iter=n, tol=1e-12)
        losses.append(loss_at(model, data))
    return losses


def loss_at(model: Any, data: Split) -> float:
    """Return our loss at the weights that scikit-learn has found."""
    return penalised_loss(
        model.coef_, model.intercept_, data.x_train, data.y_train, model.C
    )


def newton(data: Split, C: float = 1.0) -> LogisticRegression:
    """Fit our own model."""
    return LogisticRegression(C).fit(data.x_train, data.y_train)


def difference_in_loss(data: Split, C: float) -> float:
    """Return by how much the two fitted losses differ, relatively."""
    theirs = loss_at(fitted(data, C), data)
    return abs(newton(data, C).losses[-1] / theirs - 1)


def errors_at_random_weights(data: Split, seed: int) -> tuple[float, float]:
    """Compare loss and gradient with scikit-learn's own, where C is 1."""
    x, y = data.x_train, data.y_train
    n_classes = int(y.max()) + 1
    shape = (1 if n_classes == 2 else n_classes), x.shape[1] + 1
    both = np.random.default_rng(seed).normal(size=shape)
    base = (
        HalfBinomialLoss()
        if n_classes == 2
        else HalfMultinomialLoss(n_classes=n_classes)
    )
    loss, gradient = LinearModelLoss(base, fit_intercept=True).loss_gradient(
        both[0] if n_classes == 2 else np.asfortranarray(both),
        x,
        y.astype(np.float64),
        sample_weight=np.full(len(y), 1 / len(y)),
        l2_reg_strength=1 / len(y),
    )
    weight, bias = both[:, :-1], both[:, -1]
    ours = np.column_stack(d_penalised_loss(weight, bias, x, y, 1.0))
    return (
        abs(penalised_loss(weight, bias, x, y, 1.0) / loss - 1),
        relative_error(ours, gradient.reshape(shape), floor=1e-6),
    )
