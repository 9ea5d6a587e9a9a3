"""A case in which a gradient is held against torch and differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from lecture_code.arrays import Array
from lecture_code.gradient_check import central_difference, relative_error
from lecture_code.layer import Layer


@dataclass(frozen=True)
class Case:
    """One operation on given inputs.

    Attributes
    ----------
    inputs : list of ndarray
        Everything that it takes a gradient with respect to.
    forward : function
        From the inputs to the output.
    backward : function
        From the gradient of the output and the inputs to their gradients.
    in_torch : function
        The same as ``forward`` on torch tensors.
    """

    inputs: list[Array]
    forward: Callable[..., Array]
    backward: Callable[..., Sequence[Array]]
    in_torch: Callable[..., torch.Tensor]

    def errors(self, rng: np.random.Generator) -> tuple[float, float]:
        """Return the error against torch and against differences."""
        u = rng.normal(size=np.shape(self.forward(*self.inputs)))
        gradients = self.backward(u, *self.inputs)
        leaves = [torch.tensor(x, requires_grad=True) for x in self.inputs]
        scalar = (torch.tensor(u) * self.in_torch(*leaves)).sum()
        expected = torch.autograd.grad(scalar, leaves)
        pairs = zip(gradients, expected, strict=True)
        return (
            max(relative_error(g, e.numpy()) for g, e in pairs),
            max(
                relative_error(g, self._differences(u, k))
                for k, g in enumerate(gradients)
            ),
        )

    def _differences(self, u: Array, k: int) -> Array:
        def f(x: Array) -> float:
            inputs = [*self.inputs[:k], x, *self.inputs[k + 1 :]]
            return float(np.sum(u * self.forward(*inputs)))

        return central_difference(f, self.inputs[k])


def away_from_kinks(
    shape: tuple[int, ...], rng: np.random.Generator, positive: bool = False
) -> Array:
    """Draw numbers between 0.5 and 2, of either sign unless ``positive``."""
    sign = 1.0 if positive else rng.choice([-1.0, 1.0], size=shape)
    return np.asarray(sign * rng.uniform(0.5, 2.0, size=shape))


def layer_case(
    layer: Layer,
    in_torch: Callable[..., torch.Tensor],
    shape: tuple[int, ...] = (2, 3),
) -> Case:
    """Return a case for a layer: its input and all its parameters."""

    def forward(x: Array, *parameters: Array) -> Array:
        for ours, given in zip(layer.parameters, parameters, strict=True):
            ours[...] = given
        return layer.forward(x)

    def backward(u: Array, *inputs: Array) -> list[Array]:
        forward(*inputs)
        return [layer.backward(u), *layer.gradients]

    x = away_from_kinks(shape, np.random.default_rng(0))
    parameters = [p.copy() for p in layer.parameters]
    return Case([x, *parameters], forward, backward, in_torch)
