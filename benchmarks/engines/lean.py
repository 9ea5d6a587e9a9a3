"""What our engine would be if nobody had to read it or rely on it.

The same operations, visited in the same order, but: the gradient that comes
first is kept as it is, so results share arrays; constants are no nodes; no
operation has a name, checks its shapes, or silences a warning of NumPy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from engines.task import LR, Contestant, Task
from lecture_code.arrays import Array

Derivative = Callable[[Array], Array]


class Node:
    """A value with its inputs and the ways back to them."""

    __slots__ = ("derivatives", "grad", "parents", "value")
    __array_ufunc__ = None
    grad: Array

    def __init__(
        self,
        value: Array,
        parents: tuple[Node, ...] = (),
        derivatives: tuple[Derivative, ...] = (),
    ) -> None:
        self.value, self.parents = value, parents
        self.derivatives = derivatives

    def __add__(self, other: Node) -> Node:
        y = self.value + other.value
        return Node(y, (self, other), (_same, _same))

    def __sub__(self, other: Node | Array) -> Node:
        if isinstance(other, Node):
            y = self.value - other.value
            return Node(y, (self, other), (_same, _minus))
        return Node(self.value - other, (self,), (_same,))

    def __rsub__(self, c: float) -> Node:
        return Node(c - self.value, (self,), (_minus,))

    def __mul__(self, c: Array | float) -> Node:
        return Node(self.value * c, (self,), (lambda g: g * c,))

    __rmul__ = __mul__

    def __matmul__(self, other: Node) -> Node:
        a, b = self.value, other.value
        ways = (lambda g: g @ b.T, lambda g: a.T @ g)
        return Node(a @ b, (self, other), ways)

    def __rmatmul__(self, a: Array) -> Node:
        return Node(a @ self.value, (self,), (lambda g: a.T @ g,))

    def mean(self) -> Node:
        """Average all entries."""
        shape, n = self.value.shape, self.value.size
        spread = (lambda g: np.full(shape, g / n),)
        return Node(self.value.sum() / n, (self,), spread)

    def sum_of_rows(self) -> Node:
        """Add up each row of a matrix."""
        ones = np.ones(self.value.shape[1])
        spread = (lambda g: np.multiply.outer(g, ones),)
        return Node(self.value.sum(axis=1), (self,), spread)


def lean(task: Task) -> Contestant:
    """Return the lean engine, with the weights of a task."""
    parameters = [Node(weight.copy()) for weight in task.weights]
    layers = list(zip(parameters[::2], parameters[1::2], strict=True))
    loss_of = _cross_entropy(task) if task.has_classes else _margin(task)

    def step() -> None:
        h: Any = task.x
        for w, b in layers[:-1]:
            h = _relu(h @ w + b)
        w, b = layers[-1]
        _backward(loss_of(h @ w + b))
        for p in parameters:
            p.value -= LR * p.grad

    return Contestant(step, lambda: [p.value for p in parameters])


def _same(g: Array) -> Array:
    return g


def _minus(g: Array) -> Array:
    return -g


def _relu(x: Node) -> Node:
    y = np.maximum(x.value, 0)
    return Node(y, (x,), (lambda g: g * (y > 0),))


def _exp(x: Node) -> Node:
    y = np.exp(x.value)
    return Node(y, (x,), (lambda g: g * y,))


def _log(x: Node) -> Node:
    return Node(np.log(x.value), (x,), (lambda g: g / x.value,))


def _margin(task: Task) -> Callable[[Node], Node]:
    return lambda score: _relu(1.0 - task.y * score).mean()


def _cross_entropy(task: Task) -> Callable[[Node], Node]:
    y = task.y

    def loss(logits: Node) -> Node:
        z: Node = logits - logits.value.max(axis=1, keepdims=True)
        return (_log(_exp(z).sum_of_rows()) - (z * y).sum_of_rows()).mean()

    return loss


def _backward(result: Node) -> None:
    arrived = {result: np.ones(())}
    for node in reversed(_in_order(result)):
        node.grad = arrived[node]
        for parent, way in zip(node.parents, node.derivatives):  # noqa: B905
            gradient = way(node.grad)
            if gradient.shape != parent.value.shape:
                gradient = gradient.sum(axis=0)
            if parent in arrived:
                gradient = arrived[parent] + gradient
            arrived[parent] = gradient


def _in_order(result: Node) -> list[Node]:
    order, seen, stack = [], set(), [(result, False)]
    while stack:
        node, parents_are_listed = stack.pop()
        if parents_are_listed:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            for parent in node.parents:
                stack.append((parent, False))  # noqa: PERF401
    return order
