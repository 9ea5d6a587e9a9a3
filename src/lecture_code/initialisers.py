"""Where the weights start decides whether the signal gets through at all.

A sum of n_in products has n_in times the variance of one of them. To keep the
signal as strong as it came in, the weights must be that much smaller.
"""

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from lecture_code.arrays import Array, as_number, at_least_one

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


def constant(value: float) -> Initialiser:
    """Return an initialiser that makes all weights alike.

    It is here to be seen failing: the units of a layer stay alike for good,
    as with `zeros`.

    Parameters
    ----------
    value : float
        What every weight is.
    """

    def initialise(
        n_in: int,
        n_out: int,
        rng: np.random.Generator,  # noqa: ARG001
    ) -> Array:
        at_least_one(n_in=n_in, n_out=n_out)
        return np.full((n_out, n_in), as_number("value", value))

    return initialise


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
    signal on its way forward, if the activation is near the identity. In a
    square layer it agrees with `glorot_normal`, which has the reference.

    Parameters
    ----------
    n_in, n_out : int
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (n_out, n_in)

    """
    at_least_one(n_in=n_in, n_out=n_out)
    return rng.normal(scale=np.sqrt(1.0 / n_in), size=(n_out, n_in))


# --8<-- [end:xavier_normal]


# --8<-- [start:glorot_normal]
def glorot_normal(n_in: int, n_out: int, rng: np.random.Generator) -> Array:
    r"""Draw normal weights with :math:`\mathrm{Var}\,w = 2/(n_{in}+n_{out})`.

    This is the form of Glorot and Bengio, and torch's `xavier_normal_`. The
    signal on its way forward asks for :math:`1/n_{in}`, the gradient on its
    way back for :math:`1/n_{out}`; this lies between the two.

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
    std = np.sqrt(2.0 / (int(n_in) + int(n_out)))
    return rng.normal(scale=std, size=(n_out, n_in))


# --8<-- [end:glorot_normal]


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


# --8<-- [start:fan_in]
def fan_in(shape: Sequence[int]) -> int:
    r"""Count the products that one output adds up.

    A linear layer adds up :math:`n_{in}`. A convolution adds up one product
    for each of the :math:`k^2` places of its window and each channel.

    Parameters
    ----------
    shape : sequence of int
        Of a weight: (n_out, n_in), or (c_out, c_in, k, k), or with any
        number of axes after the first two.

    Raises
    ------
    ValueError
        If there are fewer than two axes, or one of them is empty.
    """
    if len(shape) < 2:
        raise ValueError(
            f"a weight of shape {tuple(shape)} has no fan-in: "
            "it needs an axis for the outputs and one for the inputs"
        )
    at_least_one(**{f"shape[{i}]": n for i, n in enumerate(shape)})
    return math.prod(map(int, shape[1:]))


# --8<-- [end:fan_in]


# --8<-- [start:kaiming_of_shape]
def kaiming_of_shape(shape: Sequence[int], rng: np.random.Generator) -> Array:
    r"""Draw normal weights with :math:`\mathrm{Var}\,w = 2/\text{fan-in}`.

    For weights of any shape, those of convolutions among them, as torch's
    `kaiming_normal_` for ReLU does it.

    Parameters
    ----------
    shape : sequence of int
        As in `fan_in`.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape `shape`

    Raises
    ------
    ValueError
        As `fan_in` does.
    """
    return rng.normal(scale=np.sqrt(2.0 / fan_in(shape)), size=shape)


# --8<-- [end:kaiming_of_shape]
