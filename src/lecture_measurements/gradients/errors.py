"""Every gradient of the teaching code, held against torch and differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from lecture_code import activations, losses, tensor_functions
from lecture_code.arrays import Array
from lecture_code.computational_graph import Tensor
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.mlp import MLP
from lecture_code.sequential import Sequential
from lecture_measurements.gradients.activations import activation_layers
from lecture_measurements.gradients.batch_norm import batch_norm_cases
from lecture_measurements.gradients.case import (
    Case,
    away_from_kinks,
    layer_case,
)
from lecture_measurements.gradients.dropout import dropout_cases
from lecture_measurements.gradients.logistic_regression import (
    cases_of_logistic_regression,
)
from lecture_measurements.gradients.penalties import penalty_cases
from lecture_measurements.gradients.smooth import smooth_cases


@dataclass(frozen=True)
class GradientError:
    """How far the gradient of one operation is off.

    Attributes
    ----------
    operation : str
        As in ``tensor_functions.exp``: its module and name, or class and
        method.
    against_torch, against_differences : float
        Largest `relative_error` over all its inputs and test cases.
    """

    operation: str
    against_torch: float
    against_differences: float


Shapes = list[tuple[tuple[int, ...], ...]]  # of the inputs, case by case

UNARY: Shapes = [((),), ((2, 3),)]
BINARY: Shapes = [
    ((2, 3), (2, 3)),
    ((2, 3), (3,)),
    ((2, 1), (3,)),
    ((), (2, 3)),
]
PRODUCTS: Shapes = [
    ((2, 3), (3, 4)),
    ((2, 3), (3,)),
    ((3,), (3, 4)),
    ((3,), (3,)),
]
MATRIX: Shapes = [((2, 3),)]
CONSTANT = np.array([[0.5, -2.0], [1.5, 0.7]])

# What is written in the same way with Tensor and with torch.
TENSOR_METHODS: dict[str, tuple[Shapes, Callable[..., Any]]] = {
    "__add__": (BINARY, lambda a, b: a + b),
    "__radd__": (UNARY, lambda a: 2.0 + a),
    "__sub__": (BINARY, lambda a, b: a - b),
    "__rsub__": (UNARY, lambda a: 2.0 - a),
    "__neg__": (UNARY, lambda a: -a),
    "__mul__": (BINARY, lambda a, b: a * b),
    "__rmul__": (UNARY, lambda a: 2.0 * a),
    "__truediv__": (BINARY, lambda a, b: a / b),
    "__rtruediv__": (UNARY, lambda a: 2.0 / a),
    "__pow__": (UNARY, lambda a: a**3 + a**-2 + (a**2) ** 0.5 + a**0),
    "__matmul__": (PRODUCTS, lambda a, b: a @ b),
    "__getitem__": (MATRIX, lambda a: a[1, 1:] * a[[0, 1, 0], [2, 2, 2]][1:]),
    "T": (MATRIX, lambda a: a.T),
    "reshape": (MATRIX, lambda a: a.reshape(3, 2)),
    "sum": (MATRIX, lambda a: a.sum() + a.sum(0) * a.sum(-1, True)),
    "mean": (MATRIX, lambda a: a.mean() + a.mean(0) * a.mean(-1, True)),
}
TENSOR_FUNCTIONS: dict[str, Shapes] = {
    "exp": UNARY,
    "log": UNARY,
    "sigmoid": UNARY,
    "tanh": UNARY,
    "relu": UNARY,
    "maximum": BINARY,
}
ACTIVATIONS: dict[str, Callable[..., torch.Tensor]] = {
    "identity": torch.clone,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": functional.leaky_relu,
    "elu": functional.elu,
}
LOSSES: dict[str, tuple[Callable[..., torch.Tensor], Array]] = {
    "mean_squared_error": (functional.mse_loss, np.full((2, 3), 0.3)),
    "binary_cross_entropy": (
        functional.binary_cross_entropy_with_logits,
        np.array([[0.0, 1.0, 0.3], [1.0, 0.0, 0.0]]),
    ),
    "cross_entropy": (functional.cross_entropy, np.array([2, 0])),
}


def gradient_errors() -> list[GradientError]:
    """Check the gradient of every operation of the teaching code."""
    errors = []
    for operation, cases in all_cases():
        rng = np.random.default_rng(1)
        torch_errors, difference_errors = zip(
            *(case.errors(rng) for case in cases), strict=True
        )
        errors.append(
            GradientError(operation, max(torch_errors), max(difference_errors))
        )
    return errors


def all_cases() -> Iterator[tuple[str, list[Case]]]:
    """Yield every differentiable operation with its cases."""
    for name, (shapes, f) in TENSOR_METHODS.items():
        yield f"Tensor.{name}", tensor_cases(f, f, shapes)
    yield (
        "Tensor.__rmatmul__",
        tensor_cases(
            lambda a: CONSTANT @ a,
            lambda a: torch.tensor(CONSTANT) @ a,
            MATRIX,
        ),
    )
    for name, shapes in TENSOR_FUNCTIONS.items():
        f = getattr(tensor_functions, name)
        cases = tensor_cases(
            f, getattr(torch, name), shapes, positive=name == "log"
        )
        yield f"tensor_functions.{name}", cases
    for name, f in ACTIVATIONS.items():
        yield f"activations.{name}", [activation_case(name, f)]
    for name, (f, target) in LOSSES.items():
        yield f"losses.{name}", [loss_case(name, f, target)]
    yield (
        "activations.Activation",
        [
            layer_case(activations.Activation(name), f)
            for name, f in ACTIVATIONS.items()
        ],
    )
    rng = np.random.default_rng(0)
    yield "linear.Linear", [layer_case(Linear(3, 4, rng), functional.linear)]
    stack: list[Layer] = [Linear(3, 4, rng), activations.Activation("tanh")]
    yield (
        "sequential.Sequential",
        [
            layer_case(
                Sequential(stack),
                lambda x, *p: torch.tanh(functional.linear(x, *p)),
            )
        ],
    )
    yield (
        "mlp.MLP",
        [
            layer_case(MLP([3, 5, 4, 2], name, rng), mlp_in_torch(f))
            for name, f in ACTIVATIONS.items()
        ],
    )
    yield from cases_of_logistic_regression()
    yield from batch_norm_cases()
    yield from dropout_cases()
    yield from penalty_cases()
    yield from activation_layers()
    yield from smooth_cases()


def tensor_cases(
    ours: Callable[..., Tensor],
    in_torch: Callable[..., torch.Tensor],
    all_shapes: Shapes,
    positive: bool = False,
) -> list[Case]:
    """Return a case for each tuple of shapes of the inputs."""

    def forward(*inputs: Array) -> Array:
        return ours(*map(Tensor, inputs)).value

    def backward(u: Array, *inputs: Array) -> list[Array]:
        leaves = [Tensor(x) for x in inputs]
        ours(*leaves).backward(u)
        return [leaf.grad for leaf in leaves]

    rng = np.random.default_rng(0)
    return [
        Case(
            [away_from_kinks(shape, rng, positive) for shape in shapes],
            forward,
            backward,
            in_torch,
        )
        for shapes in all_shapes
    ]


def activation_case(name: str, in_torch: Callable[..., torch.Tensor]) -> Case:
    """Return a case for an activation and the derivative beside it."""
    f, derivative = activations.ACTIVATIONS[name]
    x = away_from_kinks((2, 3), np.random.default_rng(0))
    return Case([x], f, lambda u, x: [u * derivative(x)], in_torch)


def loss_case(
    name: str, in_torch: Callable[..., torch.Tensor], target: Array
) -> Case:
    """Return a case for a loss and the gradient beside it."""
    f = getattr(losses, name)
    gradient = getattr(losses, f"d_{name}")
    return Case(
        [away_from_kinks((2, 3), np.random.default_rng(0))],
        lambda x: np.asarray(f(x, target)),
        lambda u, x: [u * gradient(x, target)],
        lambda x: in_torch(x, torch.tensor(target)),
    )


def mlp_in_torch(
    activation: Callable[..., torch.Tensor],
) -> Callable[..., torch.Tensor]:
    """Return the forward pass of an MLP, from input and parameters."""

    def forward(x: torch.Tensor, *parameters: torch.Tensor) -> torch.Tensor:
        h = functional.linear(x, *parameters[:2])
        for k in range(2, len(parameters), 2):
            h = functional.linear(activation(h), *parameters[k : k + 2])
        return h

    return forward
