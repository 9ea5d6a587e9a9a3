"""Micrograd, trained as in its author's demo; a number is a node."""

from __future__ import annotations

import numpy as np
from micrograd.engine import Value
from micrograd.nn import MLP

from engines.task import LR, Contestant, Task
from lecture_code.arrays import Array


def micrograd(task: Task) -> Contestant:
    """Return micrograd, with the weights of a task of one output."""
    model = MLP(task.sizes[0], list(task.sizes[1:]))
    _set(model, task)
    y = task.y[:, 0].tolist()

    def step() -> None:
        inputs = [list(map(Value, row)) for row in task.x.tolist()]
        scores = list(map(model, inputs))
        losses = [
            (1 + -yi * score).relu()
            for yi, score in zip(y, scores, strict=True)
        ]
        loss = sum(losses) * (1.0 / len(losses))
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= LR * p.grad

    return Contestant(step, lambda: _weights(model))


def _set(model: MLP, task: Task) -> None:
    pairs = zip(task.weights[::2], task.weights[1::2], strict=True)
    for layer, (w, b) in zip(model.layers, pairs, strict=True):
        for k, neuron in enumerate(layer.neurons):
            neuron.w = list(map(Value, w[:, k].tolist()))
            neuron.b = Value(b[k].item())


def _weights(model: MLP) -> list[Array]:
    found: list[Array] = []
    for layer in model.layers:
        w = [[weight.data for weight in n.w] for n in layer.neurons]
        b = [n.b.data for n in layer.neurons]
        found += [np.array(w).T, np.array(b)]
    return found
