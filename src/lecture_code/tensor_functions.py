"""The functions a network is made of, each with its derivative beside it.

They extend `lecture_code.computational_graph.Tensor` by what mathematics
writes as a function. Each takes tensors, numbers or arrays of any shape and
works entry by entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lecture_code.arrays import overflow_is_inf
from lecture_code.computational_graph import as_tensor, kept, record

if TYPE_CHECKING:
    from lecture_code.computational_graph import Operand, Tensor


@overflow_is_inf
def exp(x: Operand) -> Tensor:
    """Exponential, its own derivative; infinite where eˣ overflows."""
    x = as_tensor(x)
    y = np.exp(x.value)
    return record("exp", y, (x, lambda g: g * y))


@np.errstate(divide="ignore", invalid="ignore")
def log(x: Operand) -> Tensor:
    """Natural logarithm, d log x / dx = 1/x; −∞ at 0, nan below."""
    x = as_tensor(x)
    value = kept(x, x)
    return record("log", np.log(value), (x, lambda g: g / value))


# --8<-- [start:sigmoid]
def sigmoid(x: Operand) -> Tensor:
    """Sigmoid y = 1/(1 + e⁻ˣ), with dy/dx = y (1 − y)."""
    x = as_tensor(x)
    y = np.exp(-np.logaddexp(0, -x.value))  # e⁻ˣ by itself overflows
    return record("sigmoid", y, (x, lambda g: g * y * (1 - y)))


# --8<-- [end:sigmoid]


def tanh(x: Operand) -> Tensor:
    """Hyperbolic tangent, d tanh x / dx = 1 − tanh² x."""
    x = as_tensor(x)
    y = np.tanh(x.value)
    return record("tanh", y, (x, lambda g: g * (1 - y**2)))


def relu(x: Operand) -> Tensor:
    """Rectifier max(0, x); its derivative is 0 at 0, as in torch."""
    x = as_tensor(x)
    y = np.maximum(x.value, 0)
    return record("relu", y, (x, lambda g: g * (y > 0)))


# --8<-- [start:maximum]
def maximum(a: Operand, b: Operand) -> Tensor:
    """Route: the larger input receives the gradient; equal ones halve it."""
    a, b = as_tensor(a), as_tensor(b)
    y = np.maximum(a.value, b.value)
    share = np.where(a.value == b.value, 0.5, a.value > b.value)
    return record(
        "maximum", y, (a, lambda g: g * share), (b, lambda g: g * (1 - share))
    )


# --8<-- [end:maximum]
