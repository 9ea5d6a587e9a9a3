"""A penalty makes large weights cost something, so only useful ones grow.

L2 shrinks each weight by a share of itself, L1 by the same amount whatever
its size. So only L1 can bring a weight to zero, and only if the step stops
there instead of jumping over it.
"""

from collections.abc import Sequence

import numpy as np

from lecture_code.arrays import (
    Array,
    as_floats,
    at_least_zero,
    in_float64,
    overflow_is_inf,
)


def _checked(parameters: Sequence[Array], weight: float) -> list[Array]:
    """Refuse a single array, whose rows would pass for parameters."""
    at_least_zero(weight=weight)
    shape = getattr(parameters, "shape", None)
    if shape is not None:
        raise ValueError(
            f"parameters is a single array of shape {shape}, expected a "
            "sequence of arrays: use [w]"
        )
    return [as_floats(p) for p in parameters]


# --8<-- [start:l2_penalty]
@overflow_is_inf
def l2_penalty(parameters: Sequence[Array], weight: float) -> float:
    r"""Return :math:`\lambda \sum w^2`.

    Parameters
    ----------
    parameters : sequence of ndarray
        What is penalised, of any shapes; mostly the weights and no biases.
    weight : float
        λ, at least 0: how much the penalty counts beside the loss. The
        `weight_decay` of SGD and Adam is 2λ.

    Returns
    -------
    float, at least 0

    Raises
    ------
    ValueError
        If λ is negative or nan, or `parameters` is a single array.
    """
    parameters = _checked(parameters, weight)
    return float(weight * sum(np.sum(np.square(p)) for p in parameters))


@overflow_is_inf
def d_l2_penalty(parameters: Sequence[Array], weight: float) -> list[Array]:
    r"""Return :math:`2 \lambda w`, to be added to the gradients."""
    return [2.0 * float(weight) * p for p in _checked(parameters, weight)]


# --8<-- [end:l2_penalty]


# --8<-- [start:l1_penalty]
@overflow_is_inf
def l1_penalty(parameters: Sequence[Array], weight: float) -> float:
    r"""Return :math:`\lambda \sum |w|`.

    Parameters
    ----------
    parameters : sequence of ndarray
        What is penalised, of any shapes; mostly the weights and no biases.
    weight : float
        λ, at least 0: how much the penalty counts beside the loss.

    Returns
    -------
    float, at least 0

    Raises
    ------
    ValueError
        If λ is negative or nan, or `parameters` is a single array.

    References
    ----------
    Tibshirani, "Regression shrinkage and selection via the lasso", Journal
    of the Royal Statistical Society B, 1996.
    doi:10.1111/j.2517-6161.1996.tb02080.x
    """
    parameters = _checked(parameters, weight)
    return float(weight * sum(np.sum(np.abs(p)) for p in parameters))


def d_l1_penalty(parameters: Sequence[Array], weight: float) -> list[Array]:
    r"""Return :math:`\lambda\,\mathrm{sign}(w)`, to be added to the gradients.

    At the kink w = 0 every slope from -λ to λ is a subgradient; like torch
    we take 0.
    """
    return [float(weight) * np.sign(p) for p in _checked(parameters, weight)]


# --8<-- [end:l1_penalty]


# --8<-- [start:soft_threshold]
@in_float64
@overflow_is_inf
def soft_threshold(w: Array, amount: float) -> Array:
    r"""Move each entry towards zero by `amount`, and stop there.

    This is the proximal step of L1: it returns the v with the least
    :math:`\frac12 (v - w)^2 + a |v|`. After a step of SGD with learning rate
    η on the loss alone, ``p[...] = soft_threshold(p, lr * weight)`` with
    a = ηλ adds the L1 penalty. The zeros are exact.

    Parameters
    ----------
    w : ndarray, any shape
    amount : float
        a, at least 0.

    Returns
    -------
    ndarray, shape of `w`

    Raises
    ------
    ValueError
        If the amount is negative or nan.

    References
    ----------
    Parikh and Boyd, "Proximal algorithms", Foundations and Trends in
    Optimization, 2014. doi:10.1561/2400000003
    """
    at_least_zero(amount=amount)
    return w - np.clip(w, -amount, amount)


# --8<-- [end:soft_threshold]
