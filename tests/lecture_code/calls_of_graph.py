"""The functions and the operators of the graph, called with given numbers."""

from collections.abc import Callable
from typing import Any

import numpy as np

from given_numbers import SMALL, Given, U, X, of_x
from lecture_code import chain_rule, computational_graph, tensor_functions
from lecture_code.computational_graph import Tensor


def differentiated(f: Callable[..., Tensor], *inputs: Any) -> list[Any]:
    """Return a value and its gradients on tensors of the inputs."""
    leaves = [Tensor(x) for x in inputs]
    y = f(*leaves)
    y.sum().backward()
    return [y.value, *(leaf.grad for leaf in leaves)]


def all_operations(given: Given) -> list[Any]:
    """Return what each operator gives, with tensors and with constants."""
    x, u, n = given.array(X), given.array(SMALL), given.number(2)
    found = []
    for f in (
        lambda a, b: a + b + u,
        lambda a, b: a - b - x + n,
        lambda a, b: n - a * b * u,
        lambda a, b: a / (b * b + 1.0) / (n + 1),
        lambda a, b: n / (a * a + 1.0) + u / (b * b + 1.0),
        lambda a, b: a**n + (b * b + 1) ** given.number(3),
        lambda a, b: -(a @ b) @ u,
        lambda a, b: (x @ a).mean() * b.T.reshape(9)[2:4].sum(),
    ):
        found += differentiated(f, x, u)
    return found


def of_tensor(f: Callable[..., Tensor]) -> Callable[[Given], Any]:
    """Return a call that differentiates, and one with a constant."""
    return lambda given: [
        *differentiated(f, given.array(SMALL)),
        f(given.array(SMALL)).value,
    ]


GRAPH: dict[str, Callable[[Given], Any]] = {
    "chain_rule.backward": lambda given: differentiated(
        lambda x: x * x, given.array(X)
    ),
    "chain_rule.first_gradient": of_x(
        lambda x: chain_rule.first_gradient(Tensor(SMALL), x)
    ),
    "chain_rule.sum_to_shape": of_x(
        lambda x: chain_rule.sum_to_shape(np.asanyarray(x), (3,))
    ),
    "chain_rule.topological_order": of_x(
        lambda x: len(chain_rule.topological_order(Tensor(x) * x))
    ),
    "computational_graph.Tensor": all_operations,
    "computational_graph.as_tensor": of_x(
        lambda x: computational_graph.as_tensor(x).value
    ),
    "computational_graph.kept": of_x(
        lambda x: computational_graph.kept(Tensor(x), Tensor(x))
    ),
    "computational_graph.record": of_x(
        lambda x: (
            computational_graph.record("id", x, (Tensor(x), lambda g: g)).value
        )
    ),
    **{
        f"tensor_functions.{name}": of_tensor(getattr(tensor_functions, name))
        for name in ("exp", "sigmoid", "tanh", "relu")
    },
    "tensor_functions.log": lambda given: differentiated(
        tensor_functions.log, given.array([[1.0, 100.0, 3.3]])
    ),
    "tensor_functions.maximum": lambda given: differentiated(
        tensor_functions.maximum, given.array(X), given.array(U)
    ),
}
