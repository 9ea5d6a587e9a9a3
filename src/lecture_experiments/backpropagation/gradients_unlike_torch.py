"""Our gradients beside those of torch and of differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from lecture_code.arrays import Array, IntArray
from lecture_code.computational_graph import Tensor
from lecture_code.gradient_check import central_difference, relative_error
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP


def n_unlike_torch(
    ours: Callable[[Tensor, Tensor], Tensor],
    theirs: Callable[..., torch.Tensor],
) -> int:
    """Count the gradients of a gate that are not exactly torch's.

    Parameters
    ----------
    ours, theirs : function
        The gate, of two inputs. It is asked a thousand times, with whole
        numbers from −5 to 5, so that ties occur too.
    """
    rng = np.random.default_rng(0)
    a, b = rng.integers(-5, 6, size=(2, 1000)).astype(np.float64)
    arriving = rng.normal(size=1000)
    inputs = [Tensor(a), Tensor(b)]
    ours(*inputs).backward(arriving)
    leaves = [torch.tensor(v, requires_grad=True) for v in (a, b)]
    expected = torch.autograd.grad(
        theirs(*leaves), leaves, torch.tensor(arriving)
    )
    pairs = zip(inputs, expected, strict=True)
    return sum(int(np.sum(x.grad != e.numpy())) for x, e in pairs)


@dataclass(frozen=True)
class TrainingStep:
    """A network of two hidden layers, and a batch that has passed it.

    Attributes
    ----------
    network : MLP
        After its backward pass from the cross-entropy.
    x : ndarray, shape (32, 5)
    classes : ndarray of int, shape (32,)
    """

    network: MLP
    x: Array
    classes: IntArray

    @classmethod
    def drawn(cls, seed: int) -> TrainingStep:
        """Draw weights and batch, and go forward and backward once."""
        rng = np.random.default_rng(seed)
        x, classes = rng.normal(size=(32, 5)), rng.integers(3, size=32)
        network = MLP([5, 16, 16, 3], "tanh", rng)
        network.backward(d_cross_entropy(network.forward(x), classes))
        return cls(network, x, classes)

    def error_against_torch(self) -> float:
        """Return the largest relative error of all gradients."""
        parameters = self.network.parameters
        theirs = [torch.tensor(p, requires_grad=True) for p in parameters]
        h = torch.tensor(self.x)
        for k in (0, 2):
            h = torch.tanh(functional.linear(h, *theirs[k : k + 2]))
        logits = functional.linear(h, *theirs[4:])
        loss = functional.cross_entropy(logits, torch.tensor(self.classes))
        expected = torch.autograd.grad(loss, theirs)
        pairs = zip(self.network.gradients, expected, strict=True)
        return max(relative_error(g, e.numpy()) for g, e in pairs)

    def error_against_differences(self) -> float:
        """Return the largest relative error of all gradients."""
        network = self.network
        return max(
            relative_error(g, self._differences(p))
            for p, g in zip(
                network.parameters, list(network.gradients), strict=True
            )
        )

    def _differences(self, parameter: Array) -> Array:
        kept = parameter.copy()

        def loss(values: Array) -> float:
            parameter[...] = values
            return cross_entropy(self.network.forward(self.x), self.classes)

        differences = central_difference(loss, kept)
        parameter[...] = kept
        return differences
