"""What every engine is given: a network, a batch, and how to learn from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lecture_code.arrays import Array
from lecture_code.toy_data import two_moons

LR = 0.01


@dataclass(frozen=True)
class Task:
    """A multi-layer perceptron with ReLU and a batch, all in float64.

    Attributes
    ----------
    sizes : sequence of int
        Number of inputs, of units in each layer, of outputs.
    x : ndarray, shape (n_samples, n_inputs)
    y : ndarray
        With one output −1 or 1, shape (n_samples, 1), and the loss is the
        margin's, the mean of max(0, 1 − y · score). With several the class
        of each sample, one-hot, and the loss is the cross-entropy.
    weights : list of ndarray
        W, shape (n_in, n_out), and b, shape (n_out,), of each layer in turn.
    """

    sizes: Sequence[int]
    x: Array
    y: Array
    weights: list[Array]

    @property
    def has_classes(self) -> bool:
        """Whether the loss is the cross-entropy."""
        return self.sizes[-1] > 1


@dataclass(frozen=True)
class Contestant:
    """An engine with its own copy of the weights.

    Attributes
    ----------
    step : callable
        Goes forward, backward, and down the gradient by `LR` times it.
    weights : callable
        Returns the weights as they are now, laid out as in the task.
    """

    step: Callable[[], object]
    weights: Callable[[], list[Array]]


def moons() -> Task:
    """Return the task of micrograd's demo: 100 points of two half-moons."""
    rng = np.random.default_rng(0)
    x, y = two_moons(100, 0.1, rng)
    sizes = [2, 16, 16, 1]
    signs = np.where(y == 1, 1.0, -1.0)[:, None]  # (n_samples, 1)
    return Task(sizes, x, signs, _weights(sizes, rng))


def classes(sizes: Sequence[int]) -> Task:
    """Return a batch of 64 random samples, each of a random class."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, sizes[0]))
    y = np.eye(sizes[-1])[rng.integers(sizes[-1], size=64)]
    return Task(sizes, x, y, _weights(sizes, rng))


def _weights(sizes: Sequence[int], rng: np.random.Generator) -> list[Array]:
    weights: list[Array] = []
    for n_in, n_out in pairwise(sizes):
        scale = np.sqrt(2.0 / n_in)
        weights += [rng.normal(0.0, scale, (n_in, n_out)), np.zeros(n_out)]
    return weights
