"""A loss says in one number how wrong the network is, so that it can improve.

Each is a mean, as in torch, so that the step size need not change with the
size of the batch. The gradient stands beside its loss.
"""

import numpy as np

from lecture_code.activations import sigmoid
from lecture_code.arrays import (
    Array,
    IntArray,
    as_batch,
    as_classes,
    as_shape,
    in_float64,
    overflow_is_inf,
)


def _as_target(target: Array, output: Array) -> Array:
    """Refuse a (n,) beside a (n, 1): their difference would be (n, n)."""
    remedy = "give target and output the same shape, for example y[:, None]"
    return as_shape("target", target, np.shape(output), remedy)


# --8<-- [start:mean_squared_error]
@in_float64
@overflow_is_inf
def mean_squared_error(prediction: Array, target: Array) -> float:
    r"""Return the mean of :math:`(\hat y - y)^2` over all entries.

    Parameters
    ----------
    prediction, target : ndarray, shape (n_samples, n_outputs)

    Returns
    -------
    float, at least 0
    """
    target = _as_target(target, prediction)
    return float(np.mean((prediction - target) ** 2))


@in_float64
@overflow_is_inf
def d_mean_squared_error(prediction: Array, target: Array) -> Array:
    r"""Return :math:`2 (\hat y - y) / n`, in the shape of `prediction`."""
    target = _as_target(target, prediction)
    return 2.0 * (prediction - target) / target.size


# --8<-- [end:mean_squared_error]


def _as_probability(target: Array, logits: Array) -> Array:
    """Refuse labels such as -1 and 1: the loss would have no minimum."""
    target = _as_target(target, logits)
    if np.any((target < 0) | (target > 1)):
        raise ValueError(
            "the targets of binary cross-entropy must be in [0, 1], got "
            f"{target.min():g}..{target.max():g}: use labels 0 and 1"
        )
    return target


# --8<-- [start:binary_cross_entropy]
@in_float64
@overflow_is_inf
def binary_cross_entropy(logits: Array, target: Array) -> float:
    r"""Return the mean of :math:`-y \log p - (1 - y) \log(1 - p)`.

    Here :math:`p = \sigma(z)` for a logit z. As
    :math:`-\log \sigma(z) = \log(1 + e^{-z})`, which `numpy.logaddexp`
    computes without overflow, no p is ever rounded to 0 or 1 on the way.

    Parameters
    ----------
    logits : ndarray, shape (n_samples, n_outputs)
        Before the sigmoid, any real number.
    target : ndarray, shape (n_samples, n_outputs)
        0 or 1, or a probability in between.

    Returns
    -------
    float, at least 0
    """
    target = _as_probability(target, logits)
    minus_log_p = np.logaddexp(0.0, -logits)
    minus_log_1_minus_p = np.logaddexp(0.0, logits)
    terms = target * minus_log_p + (1.0 - target) * minus_log_1_minus_p
    return float(np.mean(terms))


@in_float64
def d_binary_cross_entropy(logits: Array, target: Array) -> Array:
    r"""Return :math:`(\sigma(z) - y) / n`, in the shape of `logits`."""
    target = _as_probability(target, logits)
    return (sigmoid(logits) - target) / target.size


# --8<-- [end:binary_cross_entropy]


# --8<-- [start:softmax]
@overflow_is_inf
def log_softmax(logits: Array) -> Array:
    """Return the logarithm of `softmax`, which may be far below zero."""
    logits = as_batch(logits)
    shifted: Array = logits - logits.max(axis=1, keepdims=True)
    total: Array = np.exp(shifted).sum(axis=1, keepdims=True)
    return shifted - np.log(total)  # (n_samples, n_classes)


def softmax(logits: Array) -> Array:
    r"""Turn the logits of a sample into probabilities.

    .. math:: p_k = e^{z_k} / \sum_j e^{z_j}

    A number added to all logits of a sample cancels, so the largest is moved
    to 0 first, and no exponential overflows.

    Parameters
    ----------
    logits : ndarray, shape (n_samples, n_classes)

    Returns
    -------
    ndarray, shape (n_samples, n_classes)
        Each row sums to 1.
    """
    return np.exp(log_softmax(logits))


# --8<-- [end:softmax]


# --8<-- [start:cross_entropy]
def cross_entropy(logits: Array, classes: IntArray) -> float:
    r"""Return the mean of :math:`-\log p_y`, y being the class of a sample.

    Parameters
    ----------
    logits : ndarray, shape (n_samples, n_classes)
        Before the softmax, any real number.
    classes : ndarray of int, shape (n_samples,)
        From 0 to n_classes - 1.

    Returns
    -------
    float, at least 0
    """
    log_p = log_softmax(logits)  # (n_samples, n_classes)
    classes = as_classes(classes, *log_p.shape)
    return float(-np.mean(log_p[np.arange(len(classes)), classes]))


def d_cross_entropy(logits: Array, classes: IntArray) -> Array:
    """Return (p - one_hot(classes)) / n_samples, in the shape of `logits`."""
    d_loss_d_logits = softmax(logits)  # (n_samples, n_classes)
    classes = as_classes(classes, *d_loss_d_logits.shape)
    d_loss_d_logits[np.arange(len(classes)), classes] -= 1.0
    return d_loss_d_logits / len(classes)


# --8<-- [end:cross_entropy]
