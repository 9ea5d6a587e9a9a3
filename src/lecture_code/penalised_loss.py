"""A penalty on large weights keeps a classifier from being too sure.

What it costs is added to the loss, so the gradient pulls every weight a
little towards 0.
"""

import numpy as np

from lecture_code.activations import sigmoid
from lecture_code.arrays import (
    Array,
    IntArray,
    as_batch,
    as_classes,
    as_floats,
    as_number,
)
from lecture_code.losses import (
    binary_cross_entropy,
    cross_entropy,
    d_binary_cross_entropy,
    d_cross_entropy,
    softmax,
)


def above_zero(C: float) -> float:
    """Return C, the inverse strength of a penalty, or refuse it."""
    C = as_number("C", C)
    if not C > 0:
        raise ValueError(
            f"C must be above 0, got {C}: use a small C for a strong "
            "penalty, infinity for none"
        )
    return C


def _as_weight(weight: Array) -> Array:
    weight = as_floats(weight)
    if weight.ndim != 2:
        raise ValueError(
            "weight has shape (n_outputs, n_features), got "
            f"{weight.shape}: use w[None, :] for one output"
        )
    return weight


def _logits(weight: Array, bias: Array, x: Array) -> Array:
    weight = _as_weight(weight)
    return as_batch(x, weight.shape[1]) @ weight.T + as_floats(bias)


# --8<-- [start:penalised_loss]
def penalised_loss(
    weight: Array, bias: Array, x: Array, classes: IntArray, C: float
) -> float:
    r"""Return the cross-entropy plus a penalty on large weights.

    .. math:: L = \frac1n \sum_i L_i + \frac{1}{2 C n} \sum w^2

    The sum is over the weights, not over the biases. This is what
    scikit-learn's `LogisticRegression` minimises. Its guide writes n C times
    as much, which has its minimum at the same place.

    Parameters
    ----------
    weight : ndarray, shape (n_outputs, n_features)
        One output tells two classes apart, by a sigmoid; with more classes
        each has its own, and a softmax compares them.
    bias : ndarray, shape (n_outputs,)
    x : ndarray, shape (n_samples, n_features)
    classes : ndarray of int, shape (n_samples,)
        From 0 on.
    C : float, above 0
        Inverse strength of the penalty; infinity for none.

    Returns
    -------
    float, at least 0
    """
    weight = as_floats(weight)
    logits = _logits(weight, bias, x)  # (n_samples, n_outputs)
    penalty = float(np.sum(weight**2)) / (2 * above_zero(C) * len(x))
    if logits.shape[1] > 1:
        return cross_entropy(logits, classes) + penalty
    y = as_classes(classes, len(x), 2)[:, None]  # (n_samples, 1)
    return binary_cross_entropy(logits, y.astype(np.float64)) + penalty


def d_penalised_loss(
    weight: Array, bias: Array, x: Array, classes: IntArray, C: float
) -> tuple[Array, Array]:
    """Return its gradients on the weight and on the bias, in their shapes."""
    weight, x = as_floats(weight), as_floats(x)
    logits = _logits(weight, bias, x)
    if logits.shape[1] > 1:
        d_loss_d_logits = d_cross_entropy(logits, classes)
    else:
        y = as_classes(classes, len(x), 2)[:, None].astype(np.float64)
        d_loss_d_logits = d_binary_cross_entropy(logits, y)
    d_penalty = weight / (above_zero(C) * len(x))
    return d_loss_d_logits.T @ x + d_penalty, d_loss_d_logits.sum(axis=0)


# --8<-- [end:penalised_loss]


# --8<-- [start:hessian]
def hessian(weight: Array, bias: Array, x: Array, C: float) -> Array:
    r"""Return the second derivatives of `penalised_loss`.

    For one output, with a column of ones in :math:`\tilde X` for the bias:

    .. math:: H = \frac1n \tilde X^\top \operatorname{diag}(p (1 - p))
              \tilde X + \frac{1}{C n} I

    where I has a 0 for the bias. The classes do not occur.

    Parameters
    ----------
    weight, bias, x, C
        As in `penalised_loss`.

    Returns
    -------
    ndarray, shape (n_outputs (n_features + 1), n_outputs (n_features + 1))
        In the order of the weights of the first output, its bias, and so on.
    """
    logits, x = _logits(weight, bias, x), as_floats(x)
    n_samples, n_outputs = logits.shape
    ones = np.hstack([x, np.ones((n_samples, 1))])  # (n_samples, n_in)
    n_in = ones.shape[1]
    H = np.empty((n_outputs, n_in, n_outputs, n_in))
    for k, row in enumerate(_d_probability(logits)):
        for j, d_p in enumerate(row):  # (n_samples,)
            H[k, :, j] = ones.T @ (ones * d_p[:, None]) / n_samples
    penalised = np.tile(np.append(np.ones(n_in - 1), 0.0), n_outputs)
    penalty = penalised / (above_zero(C) * n_samples)
    return H.reshape(len(penalty), -1) + np.diag(penalty)


def _d_probability(logits: Array) -> Array:
    """Return dp_k/dz_j, (n_outputs, n_outputs, n_samples)."""
    if logits.shape[1] == 1:
        return (sigmoid(logits) * sigmoid(-logits)).T[None]
    p = softmax(logits).T  # (n_outputs, n_samples)
    return np.eye(len(p))[:, :, None] * p - p[:, None] * p


# --8<-- [end:hessian]
