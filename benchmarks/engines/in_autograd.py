"""HIPS autograd, which differentiates functions written in NumPy."""

from __future__ import annotations

from collections.abc import Callable

import autograd.numpy as anp
from autograd import value_and_grad
from autograd.tracer import getval

from engines.task import LR, Contestant, Task
from lecture_code.arrays import Array

Loss = Callable[[Array], Array]


def hips_autograd(task: Task) -> Contestant:
    """Return autograd, with the weights of a task."""
    parameters = [weight.copy() for weight in task.weights]
    loss_of = _cross_entropy(task) if task.has_classes else _margin(task)

    def loss(parameters: list[Array]) -> Array:
        h = task.x
        for w, b in zip(parameters[:-2:2], parameters[1:-2:2], strict=True):
            h = anp.maximum(h @ w + b, 0.0)
        return loss_of(h @ parameters[-2] + parameters[-1])

    loss_and_gradients = value_and_grad(loss)

    def step() -> None:
        _, gradients = loss_and_gradients(parameters)
        for p, gradient in zip(parameters, gradients, strict=True):
            p -= LR * gradient

    return Contestant(step, lambda: parameters)


def _margin(task: Task) -> Loss:
    return lambda score: anp.mean(anp.maximum(1.0 - task.y * score, 0.0))


def _cross_entropy(task: Task) -> Loss:
    y = task.y

    def loss(logits: Array) -> Array:
        z = logits - getval(logits).max(axis=1, keepdims=True)
        log_sum = anp.log(anp.sum(anp.exp(z), axis=1))
        mean: Array = anp.mean(log_sum - anp.sum(z * y, axis=1))
        return mean

    return loss
