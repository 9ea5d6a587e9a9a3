"""Where the weights start decides whether the signal gets through at all.

A sum of n_in products has n_in times the variance of one of them. To keep the
signal as strong as it came in, the weights must be that much smaller.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from lecture_code.arrays import Array, at_least_one

Initialiser: TypeAlias = Callable[[int, int, np.random.Generator], Array]
"""From (n_in, n_out, rng) to a weight of shape (n_out, n_in)."""


def zeros(
    n_in: int,
    n_out: int,
    rng: np.random.Generator,  # noqa: ARG001
) -> Array:
    """Return zeros: every unit of a layer then learns the same.

    Parameters
    ----------
    n_in, n_out : int
    rng : numpy.random.Generator
        Not used; there so that all initialisers are called alike.

    Returns
    -------
    ndarray, shape (n_out, n_in)
    """
    at_least_one(n_in=n_in, n_out=n_out)
    return np.zeros((n_out, n_in))


def normal(std: float) -> Initialiser:
    """Return an initialiser that draws from a normal distribution.

    Parameters
    ----------
    std : float, at least 0
        The standard deviation of a weight; the mean is 0.
    """

    def initialise(n_in: int, n_out: int, rng: np.random.Generator) -> Array:
        at_least_one(n_in=n_in, n_out=n_out)
        return rng.normal(scale=std, size=(n_out, n_in))

    return initialise


# --8<-- [start:xavier_normal]
def xavier_normal(n_in: int, n_out: int, rng: np.random.Generator) -> Array:
    r"""Draw normal weights with :math:`\mathrm{Var}\,w = 1/n_{in}`.

    This is the form derived in the lecture: it keeps the variance of the
    signal on its way forward, if the activation is near the identity. Glorot
    and Bengio, and torch, take :math:`2/(n_{in} + n_{out})`, a compromise
    with the gradient on its way back. The two agree in a square layer.

    Parameters
    ----------
    n_in, n_out : int
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (n_out, n_in)

    References
    ----------
    Glorot and Bengio, "Understanding the difficulty of training deep
    feedforward neural networks", AISTATS 2010.
    https://proceedings.mlr.press/v9/glorot10a.html
    """
    at_least_one(n_in=n_in, n_out=n_out)
    return rng.normal(scale=np.sqrt(1.0 / n_in), size=(n_out, n_in))


# --8<-- [end:xavier_normal]


# --8<-- [start:kaiming_normal]
def kaiming_normal(n_in: int, n_out: int, rng: np.random.Generator) -> Array:
    r"""Draw normal weights with :math:`\mathrm{Var}\,w = 2/n_{in}`.

    ReLU throws half of the signal away; the 2 makes up for that.

    Parameters
    ----------
    n_in, n_out : int
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (n_out, n_in)

    References
    ----------
    He, Zhang, Ren and Sun, "Delving deep into rectifiers: surpassing
    human-level performance on ImageNet classification", ICCV 2015.
    arXiv:1502.01852
    """
    at_least_one(n_in=n_in, n_out=n_out)
    return rng.normal(scale=np.sqrt(2.0 / n_in), size=(n_out, n_in))


# --8<-- [end:kaiming_normal]
