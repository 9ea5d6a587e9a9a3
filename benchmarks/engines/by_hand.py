"""No engine at all: the same step written out in NumPy, line by line.

It is the floor: what an engine takes beyond this is its own.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engines.task import LR, Contestant, Task
from lecture_code.arrays import Array

LossAndGradient = Callable[[Array], tuple[float, Array]]


def by_hand(task: Task) -> Contestant:
    """Return the step for two hidden layers, with the weights of a task."""
    x = task.x
    parameters = [weight.copy() for weight in task.weights]
    w1, b1, w2, b2, w3, b3 = parameters
    of_output = _cross_entropy(task) if task.has_classes else _margin(task)

    def step() -> float:
        h1 = np.maximum(x @ w1 + b1, 0.0)
        h2 = np.maximum(h1 @ w2 + b2, 0.0)
        loss, d3 = of_output(h2 @ w3 + b3)
        d2 = (d3 @ w3.T) * (h2 > 0)
        d1 = (d2 @ w2.T) * (h1 > 0)
        gradients = (
            *(x.T @ d1, d1.sum(axis=0)),
            *(h1.T @ d2, d2.sum(axis=0)),
            *(h2.T @ d3, d3.sum(axis=0)),
        )
        for p, gradient in zip(parameters, gradients, strict=True):
            p -= LR * gradient
        return loss

    return Contestant(step, lambda: parameters)


def _margin(task: Task) -> LossAndGradient:
    y, n_samples = task.y, len(task.y)

    def both(score: Array) -> tuple[float, Array]:
        short = np.maximum(1.0 - y * score, 0.0)
        return short.sum() / n_samples, (short > 0) * -y / n_samples

    return both


def _cross_entropy(task: Task) -> LossAndGradient:
    y, n_samples = task.y, len(task.y)

    def both(logits: Array) -> tuple[float, Array]:
        z = logits - logits.max(axis=1, keepdims=True)
        e = np.exp(z)
        total = e.sum(axis=1, keepdims=True)
        loss = (np.log(total).sum() - (z * y).sum()) / n_samples
        return loss, (e / total - y) / n_samples

    return both
