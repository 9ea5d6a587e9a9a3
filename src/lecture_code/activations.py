"""An activation bends the straight line that a linear layer draws.

Each function acts on every entry by itself, of numbers of any real type. Its
derivative stands beside it, since backpropagation multiplies by it.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from lecture_code.arrays import (
    Array,
    as_floats,
    as_shape,
    in_float64,
    overflow_is_inf,
)

Elementwise: TypeAlias = Callable[[Array], Array]


# --8<-- [start:step]
@in_float64
def step(x: Array) -> Array:
    """Fire or do not: 1 where x >= 0, else 0.

    It has no derivative here: that is 0 everywhere but at the jump, so
    gradient descent would learn nothing from it.

    Parameters
    ----------
    x : array_like, any shape

    Returns
    -------
    ndarray, shape of `x`
    """
    return np.where(x >= 0, 1.0, 0.0)


# --8<-- [end:step]


# --8<-- [start:identity]
@in_float64
def identity(x: Array) -> Array:
    """Leave everything as it is, which makes a network linear."""
    return x


@in_float64
def d_identity(x: Array) -> Array:
    """Return the derivative of `identity`, which is 1."""
    return np.ones(np.shape(x))


# --8<-- [end:identity]


# --8<-- [start:sigmoid]
@in_float64
def sigmoid(x: Array) -> Array:
    r"""Squash into (0, 1): :math:`\sigma(x) = 1 / (1 + e^{-x})`.

    The exponential is only ever taken of numbers below zero, so it cannot
    overflow.

    Parameters
    ----------
    x : array_like, any shape

    Returns
    -------
    ndarray, shape of `x`, in [0, 1] (rounding reaches the ends)
    """
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


@in_float64
def d_sigmoid(x: Array) -> Array:
    r"""Return :math:`\sigma'(x) = \sigma(x) (1 - \sigma(x))`, at most 1/4."""
    return sigmoid(x) * sigmoid(-x)  # 1 - sigmoid(x), without cancellation


# --8<-- [end:sigmoid]


# --8<-- [start:tanh]
@in_float64
def tanh(x: Array) -> Array:
    r"""Squash into (-1, 1): :math:`\tanh x = 2 \sigma(2x) - 1`."""
    return np.tanh(x)


@in_float64
def d_tanh(x: Array) -> Array:
    r"""Return :math:`\tanh'(x) = 1 - \tanh^2 x`, at most 1."""
    return 1.0 - np.tanh(x) ** 2


# --8<-- [end:tanh]


# --8<-- [start:relu]
@in_float64
def relu(x: Array) -> Array:
    r"""Cut off what is negative: :math:`\max(0, x)`."""
    return np.maximum(0.0, x)


@in_float64
def d_relu(x: Array) -> Array:
    """Return 1 where x > 0, else 0.

    At the kink there is no derivative; like torch we take 0.
    """
    return np.where(x > 0, 1.0, 0.0)


# --8<-- [end:relu]


# --8<-- [start:leaky_relu]
@in_float64
def leaky_relu(x: Array, negative_slope: float = 0.01) -> Array:
    """Shrink what is negative instead of cutting it off."""
    return np.where(x > 0, x, negative_slope * x)


@in_float64
def d_leaky_relu(x: Array, negative_slope: float = 0.01) -> Array:
    """Return 1 where x > 0, else the negative slope; so torch at the kink."""
    return np.where(x > 0, 1.0, negative_slope)


# --8<-- [end:leaky_relu]


# --8<-- [start:elu]
@in_float64
def elu(x: Array, alpha: float = 1.0) -> Array:
    r"""Let what is negative run into :math:`-\alpha`, smoothly.

    Where x <= 0 it is :math:`\alpha (e^x - 1)`. The exponential is only taken
    there, so it cannot overflow, and near 0 it loses no digits.
    """
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))


@in_float64
def d_elu(x: Array, alpha: float = 1.0) -> Array:
    r"""Return 1 where x > 0, else :math:`\alpha e^x`.

    There is a kink at 0 unless α is 1; like torch we take α.
    """
    return np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0.0)))


# --8<-- [end:elu]

ACTIVATIONS: dict[str, tuple[Elementwise, Elementwise]] = {
    "identity": (identity, d_identity),
    "sigmoid": (sigmoid, d_sigmoid),
    "tanh": (tanh, d_tanh),
    "relu": (relu, d_relu),
    "leaky_relu": (leaky_relu, d_leaky_relu),
    "elu": (elu, d_elu),
}


# --8<-- [start:activation]
class Activation:
    """An activation as a layer: it has nothing to learn.

    Parameters
    ----------
    name : str
        A key of `ACTIVATIONS`.

    Attributes
    ----------
    x : ndarray, shape (n_samples, n_features)
        The last input; empty before the first.

    Raises
    ------
    ValueError
        If the name is unknown.
    """

    def __init__(self, name: str) -> None:
        if name not in ACTIVATIONS:
            raise ValueError(
                f"no activation is called {name!r}: "
                f"choose one of {', '.join(ACTIVATIONS)}"
            )
        self.function, self.derivative = ACTIVATIONS[name]
        self.x: Array = np.empty(0)
        self.parameters: list[Array] = []
        self.gradients: list[Array] = []

    def forward(self, x: Array) -> Array:
        """Apply the function to every entry."""
        self.x = as_floats(x)
        return self.function(self.x)

    @overflow_is_inf
    def backward(self, d_loss_d_output: Array) -> Array:
        """Scale the gradient by the slope at each entry of the input."""
        d_loss_d_output = as_shape(
            "d_loss_d_output",
            d_loss_d_output,
            np.shape(self.x),
            "go forward with the same batch first",
        )
        return d_loss_d_output * self.derivative(self.x)


# --8<-- [end:activation]
