"""A line through points: two weights, so its loss is a landscape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from lecture_code.arrays import Array, IntArray

SLOPE, INTERCEPT = 1.5, -0.5


@dataclass(frozen=True)
class LineFit:
    """The mean squared error of a line, for one line or for many at once.

    Attributes
    ----------
    x : ndarray, shape (n_samples, 2)
        Each sample and a 1, which goes with the intercept.
    y : ndarray, shape (n_samples,)
    """

    x: Array
    y: Array

    def loss(self, W: Array) -> Array:
        """Return the loss of each line, shape (...) for W of (..., 2)."""
        return np.asarray(np.mean((W @ self.x.T - self.y) ** 2, axis=-1))

    def gradient(self, W: Array) -> Array:
        """Return the gradient of the loss, in the shape of W."""
        return 2 * (W @ self.x.T - self.y) @ self.x / len(self.y)

    def batch_gradient(self, W: Array, batch: IntArray) -> Array:
        """Return the gradient on a batch (..., batch_size) of each line."""
        x, y = self.x[batch], self.y[batch]
        error = np.einsum("...nd,...d->...n", x, W) - y
        product = np.einsum("...n,...nd->...d", error, x)
        return np.asarray(2 * product / batch.shape[-1])

    @property
    def hessian(self) -> Array:
        """The second derivatives of the loss, the same everywhere."""
        return 2 * self.x.T @ self.x / len(self.y)

    @property
    def best(self) -> Array:
        """The weights with the smallest loss."""
        return np.asarray(np.linalg.lstsq(self.x, self.y)[0])

    def excess(self, W: Array) -> Array:
        """Return how far the loss is above the smallest, shape (...)."""
        away = W - self.best
        return np.asarray(0.5 * np.sum(away @ self.hessian * away, axis=-1))


def line_fit(seed: int, noise: float = 0.5, n_samples: int = 100) -> LineFit:
    """Draw points near the line y = 1.5 x − 0.5."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(0, 2, size=n_samples)
    y = SLOPE * x + INTERCEPT + rng.normal(scale=noise, size=n_samples)
    return LineFit(np.column_stack([x, np.ones(n_samples)]), y)


def drawn(
    n_samples: int, batch_size: int, n_runs: int, rng: np.random.Generator
) -> Iterator[IntArray]:
    """Yield batches drawn with replacement, (n_runs, batch_size) each."""
    while True:
        yield rng.integers(n_samples, size=(n_runs, batch_size))


def dealt(
    n_samples: int, batch_size: int, n_runs: int, rng: np.random.Generator
) -> Iterator[IntArray]:
    """Yield batches that show every sample once in an epoch."""
    samples = np.tile(np.arange(n_samples), (n_runs, 1))
    while True:
        order = rng.permuted(samples, axis=1)
        for start in range(0, n_samples, batch_size):
            yield order[:, start : start + batch_size]


def descents(
    problem: LineFit,
    batches: Iterator[IntArray],
    start: Array,
    lrs: Iterable[float],
) -> Iterator[Array]:
    """Yield the lines (n_runs, 2) of all runs after each update."""
    W = start
    for batch, lr in zip(batches, lrs, strict=False):
        W = W - lr * problem.batch_gradient(W, batch)
        yield W
