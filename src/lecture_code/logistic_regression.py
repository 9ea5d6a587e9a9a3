"""Logistic regression is one linear layer that says how likely each class is.

Its loss has a single valley, so that every method which goes downhill ends at
the same weights. Newton's method needs the fewest steps.
"""

from __future__ import annotations

import numpy as np

from lecture_code.activations import sigmoid
from lecture_code.arrays import (
    Array,
    IntArray,
    as_batch,
    as_classes,
    at_least_one,
    at_least_zero,
)
from lecture_code.losses import softmax
from lecture_code.penalised_loss import (
    above_zero,
    d_penalised_loss,
    hessian,
    penalised_loss,
)
from lecture_code.training import accuracy, predicted_classes

# Two computations of the same loss differ by about this much.
ROUNDING = 1e-12


def _finite(x: Array) -> Array:
    if not np.isfinite(x).all():
        raise ValueError("x has nan or inf: drop or fill in those entries")
    return x


def _count_classes(classes: IntArray, n_samples: int) -> int:
    n_classes = int(np.max(classes)) + 1 if np.size(classes) else 0
    classes = as_classes(classes, n_samples, n_classes)
    missing = np.setdiff1d(np.arange(max(n_classes, 2)), classes)
    if len(missing):
        raise ValueError(
            f"no sample of class {missing[0]}: there must be two classes at "
            "least, numbered from 0 (np.unique with return_inverse=True)"
        )
    return n_classes


# --8<-- [start:logistic_regression]
class LogisticRegression:
    r"""A linear classifier, fitted to the minimum of `penalised_loss`.

    With two classes :math:`P(y = 1 \mid x) = \sigma(w^\top x + b)`, with more
    :math:`P(y = k \mid x) = \operatorname{softmax}(W x + b)_k`. The same as
    scikit-learn's `LogisticRegression` with the same C.

    Parameters
    ----------
    C : float, optional
        Inverse strength of the penalty, above 0; infinity for none.
    max_iter : int, optional
        The most steps of Newton's method that a fit may take.
    tol : float, optional
        A fit ends when no entry of the gradient is larger.

    Attributes
    ----------
    weight : ndarray, shape (n_outputs, n_features)
        After a fit; n_outputs is 1 for two classes, else n_classes.
    bias : ndarray, shape (n_outputs,)
    losses : list of float
        The penalised loss at the start of the fit and after each step.

    Raises
    ------
    ValueError
        If C is not above 0 or a number is out of range; in `fit` if there
        is one class only or one is missing; later, if nothing was fitted or
        a batch is empty or has another number of columns.
    RuntimeError
        If `max_iter` steps do not suffice.

    References
    ----------
    Cox, "The regression analysis of binary sequences", Journal of the Royal
    Statistical Society B 20, 1958. doi:10.1111/j.2517-6161.1958.tb00292.x
    """

    def __init__(
        self, C: float = 1.0, max_iter: int = 100, tol: float = 1e-8
    ) -> None:
        at_least_one(max_iter=max_iter)
        at_least_zero(tol=tol)
        self.C = above_zero(C)
        self.max_iter = max_iter
        self.tol = float(tol)
        self.weight = np.empty((0, 0))
        self.bias = np.empty(0)
        self.losses: list[float] = []

    # --8<-- [start:fit]
    def fit(self, x: Array, classes: IntArray) -> LogisticRegression:
        """Take Newton's steps from weights of 0 until the slope is gone."""
        x = _finite(as_batch(x))
        n_classes = _count_classes(classes, len(x))
        n_outputs = 1 if n_classes == 2 else n_classes
        self._set(np.zeros((n_outputs, x.shape[1] + 1)))
        self.losses = [self._loss(x, classes)]
        slope = self._slope(x, classes)
        while np.abs(slope).max() > self.tol:
            if len(self.losses) > self.max_iter:
                raise RuntimeError(
                    f"no minimum within {self.max_iter} steps: raise "
                    "max_iter or tol, or lower C"
                )
            H = hessian(self.weight, self.bias, x, self.C)
            step = np.asarray(np.linalg.lstsq(H, slope.ravel())[0], np.float64)
            self._descend(step.reshape(slope.shape), x, classes)
            slope = self._slope(x, classes)
        return self

    def _descend(self, step: Array, x: Array, classes: IntArray) -> None:
        """Take a step, or half of it, and so on, until the loss falls."""
        start = np.column_stack([self.weight, self.bias])
        self._set(start - step)
        while self._loss(x, classes) > self.losses[-1] + ROUNDING:
            step = step / 2
            self._set(start - step)
        self.losses.append(self._loss(x, classes))

    # --8<-- [end:fit]

    def _set(self, weight_and_bias: Array) -> None:
        self.weight = weight_and_bias[:, :-1]
        self.bias = weight_and_bias[:, -1]

    def _slope(self, x: Array, classes: IntArray) -> Array:
        """Return the gradient, (n_outputs, n_features + 1)."""
        d_w, d_b = d_penalised_loss(self.weight, self.bias, x, classes, self.C)
        return np.column_stack([d_w, d_b])

    def _loss(self, x: Array, classes: IntArray) -> float:
        return penalised_loss(self.weight, self.bias, x, classes, self.C)

    # --8<-- [start:predict]
    def decision_function(self, x: Array) -> Array:
        """Return the logits of a batch, (n_samples, n_outputs)."""
        if not self.bias.size:
            raise ValueError("nothing learned yet: call fit first")
        return as_batch(x, self.weight.shape[1]) @ self.weight.T + self.bias

    def predict_probability(self, x: Array) -> Array:
        """Return the probability of each class, (n_samples, n_classes)."""
        logits = self.decision_function(x)
        if logits.shape[1] > 1:
            return softmax(logits)
        return np.hstack([sigmoid(-logits), sigmoid(logits)])

    def predict(self, x: Array) -> IntArray:
        """Return the most probable class of each sample, (n_samples,)."""
        return predicted_classes(self.decision_function(x))

    def score(self, x: Array, classes: IntArray) -> float:
        """Return the accuracy: the share of samples predicted right."""
        return accuracy(self.decision_function(x), classes)

    # --8<-- [end:predict]


# --8<-- [end:logistic_regression]
