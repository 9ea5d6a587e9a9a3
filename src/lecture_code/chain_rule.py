"""The chain rule walks a computation backwards and meets everything once.

This is all there is to automatic differentiation: an order in which to visit
the graph that `lecture_code.computational_graph` has recorded, and a sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lecture_code.arrays import as_floats

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lecture_code.arrays import Array
    from lecture_code.node import Node


# --8<-- [start:topological_order]
def topological_order(tensor: Node) -> list[Node]:
    """List all that a tensor was computed from, parents first, itself last.

    It keeps a stack of its own: recursion would end at a depth of 1000.
    """
    order: list[Node] = []
    seen: set[Node] = set()
    stack = [(tensor, False)]
    while stack:
        node, parents_are_listed = stack.pop()
        if parents_are_listed:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            for parent in reversed(node.parents):
                stack.append((parent, False))
    return order


# --8<-- [end:topological_order]


# --8<-- [start:backward]
@np.errstate(all="ignore")  # infinities pass silently, as in torch
def backward(tensor: Node, gradient: ArrayLike | None = None) -> None:
    """Bring everything that a scalar was computed from its gradient.

    Parameters
    ----------
    tensor : Tensor
        The scalar.
    gradient : array_like, of the shape of ``tensor``, optional
        Gradient of a scalar with respect to ``tensor``. Needed where
        ``tensor`` is no scalar itself.

    Raises
    ------
    ValueError
        If there is nothing to start from, or nothing to arrive at.
    """
    first = first_gradient(tensor, gradient)
    order = topological_order(tensor)
    for node in order:
        if node.parents:  # only leaves add up over several calls
            node.zero_grad()
    tensor.grad += first
    for node in reversed(order):
        for parent, derivative in zip(node.parents, node.derivatives):
            if parent.requires_grad:
                d_parent = derivative(node.grad)
                parent.grad += sum_to_shape(d_parent, parent.value.shape)


# --8<-- [end:backward]


def first_gradient(tensor: Node, gradient: ArrayLike | None) -> Array:
    """Return what `backward` starts from: 1 for a scalar."""
    shape = tensor.value.shape
    if not tensor.requires_grad:
        raise ValueError("only constants led here; start from a Tensor(value)")
    if gradient is None and tensor.value.size != 1:
        raise ValueError(
            f"backward starts from a scalar, but the shape is {shape}; take "
            f"sum() or mean() first, or pass a gradient of this shape"
        )
    first = np.ones(shape) if gradient is None else as_floats(gradient)
    if first.shape != shape:
        raise ValueError(
            f"the gradient has shape {first.shape}, but its tensor {shape}"
        )
    return first


# --8<-- [start:sum_to_shape]
def sum_to_shape(gradient: Array, shape: tuple[int, ...]) -> Array:
    """Add up a gradient over the axes along which its input was broadcast.

    To broadcast is to use one number several times, and a number that is
    used several times receives the sum of the gradients.
    """
    if gradient.shape == shape:
        return gradient
    gradient = as_floats(gradient)
    sizes = (1,) * (gradient.ndim - len(shape)) + shape
    repeated = tuple(axis for axis, size in enumerate(sizes) if size == 1)
    total: Array = gradient.sum(axis=repeated)
    return total.reshape(shape)


# --8<-- [end:sum_to_shape]
