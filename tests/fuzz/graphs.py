"""Expressions: the way back brings what the way forth would find.

No text is parsed into a graph; Python's own operators build it. So bytes are
read as orders of a stack machine, and every expression is computed twice: as
a graph, and with numbers that carry their derivative along.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lecture_code import tensor_functions as functions
from lecture_code.computational_graph import Tensor

Array = np.ndarray
SHAPES = ((), (1,), (3,), (2, 3), (2, 1), (3, 3))
MOST = 40  # orders


@dataclass(frozen=True)
class Both:
    """A node of the graph, its value, and the derivative along a way."""

    node: Tensor
    value: Array
    slope: Array


def one_input(data: bytes) -> None:
    """Build an expression and differentiate it both ways."""
    leaves, stack = [], []
    for order in data[:MOST]:
        if order < 96 or not stack:
            made = _leaf(order, len(leaves))
            leaves.append(made)
        else:
            made = _applied(order, stack)
        stack.append(made)
    if stack:
        _assert_alike(stack[-1], leaves)


def _leaf(order: int, number: int) -> Both:
    shape = SHAPES[order % len(SHAPES)]
    rng = np.random.default_rng([order, number])
    value = np.asarray(rng.uniform(-2, 2, shape))
    slope = np.asarray(rng.uniform(-1, 1, shape))
    return Both(Tensor(value), value, slope)


def _applied(order: int, stack: list[Both]) -> Both:
    """Take operands from the stack, as many as the operation needs."""
    if order < 160 and len(stack) > 1:
        name = list(TWO)[order % len(TWO)]
        b, a = stack.pop(), stack.pop()
        try:
            np.broadcast_shapes(a.value.shape, b.value.shape)
        except ValueError:
            return a
        return TWO[name](a, b)
    name = list(ONE)[order % len(ONE)]
    return ONE[name](stack.pop())


def _assert_alike(result: Both, leaves: list[Both]) -> None:
    np.testing.assert_array_equal(result.node.value, result.value)
    weights = np.ones(result.value.shape)
    result.node.backward(weights)
    with np.errstate(all="ignore"):
        back = sum(np.sum(x.node.grad * x.slope) for x in leaves)
        forth = np.sum(result.slope)
        sizes = [np.abs(x.node.grad).max(initial=1.0) for x in leaves]
        scale = max(1.0, *sizes, np.abs(result.slope).max(initial=0.0))
    if np.isfinite(back) and np.isfinite(forth) and np.isfinite(scale):
        assert abs(back - forth) <= 1e-9 * scale * MOST, (back, forth)


def _two(
    node: Callable[[Tensor, Tensor], Tensor],
    value: Callable[[Array, Array], Array],
    slope: Callable[[Both, Both], Array],
) -> Callable[[Both, Both], Both]:
    def applied(a: Both, b: Both) -> Both:
        with np.errstate(all="ignore"):
            y = np.asarray(value(a.value, b.value))
            return Both(
                node(a.node, b.node), y, np.broadcast_to(slope(a, b), y.shape)
            )

    return applied


def _one(
    node: Callable[[Tensor], Tensor],
    value: Callable[[Array], Array],
    slope: Callable[[Both], Array],
) -> Callable[[Both], Both]:
    def applied(a: Both) -> Both:
        with np.errstate(all="ignore"):
            return Both(
                node(a.node), np.asarray(value(a.value)), np.asarray(slope(a))
            )

    return applied


TWO = {
    "+": _two(lambda a, b: a + b, np.add, lambda a, b: a.slope + b.slope),
    "-": _two(lambda a, b: a - b, np.subtract, lambda a, b: a.slope - b.slope),
    "*": _two(
        lambda a, b: a * b,
        np.multiply,
        lambda a, b: a.slope * b.value + a.value * b.slope,
    ),
    "/": _two(
        lambda a, b: a / b,
        np.divide,
        lambda a, b: (a.slope - a.value / b.value * b.slope) / b.value,
    ),
    "maximum": _two(
        functions.maximum,
        np.maximum,
        lambda a, b: np.where(
            a.value == b.value,
            (a.slope + b.slope) / 2,
            np.where(a.value > b.value, a.slope, b.slope),
        ),
    ),
}
ONE = {
    "neg": _one(lambda a: -a, np.negative, lambda a: -a.slope),
    "square": _one(
        lambda a: a**2, lambda x: x**2, lambda a: 2 * a.value * a.slope
    ),
    "exp": _one(functions.exp, np.exp, lambda a: np.exp(a.value) * a.slope),
    "tanh": _one(
        functions.tanh,
        np.tanh,
        lambda a: (1 - np.tanh(a.value) ** 2) * a.slope,
    ),
    "relu": _one(
        functions.relu,
        lambda x: np.maximum(x, 0),
        lambda a: np.where(a.value > 0, a.slope, 0.0),
    ),
    "sum": _one(lambda a: a.sum(), np.sum, lambda a: np.sum(a.slope)),
    "mean": _one(lambda a: a.mean(), np.mean, lambda a: np.mean(a.slope)),
    "T": _one(lambda a: a.T, np.transpose, lambda a: np.transpose(a.slope)),
    "first": _one(
        lambda a: a[0] if a.value.ndim else a,
        lambda x: x[0] if x.ndim else x,
        lambda a: a.slope[0] if a.value.ndim else a.slope,
    ),
    "flat": _one(
        lambda a: a.reshape(-1),
        lambda x: x.reshape(-1),
        lambda a: a.slope.reshape(-1),
    ),
}
