"""PyTorch, twice: its fastest way that we know, and its usual way."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import nn
from torch.nn import functional

from engines.task import LR, Contestant, Task
from lecture_code.arrays import Array

Loss = Callable[[torch.Tensor], torch.Tensor]


def torch_functions(task: Task) -> Contestant:
    """Return torch without modules and optimiser, which both take time."""
    x = torch.tensor(task.x)
    loss_of = _loss(task)
    parameters = _parameters(task)
    layers = list(zip(parameters[::2], parameters[1::2], strict=True))

    def step() -> None:
        h = x
        for w, b in layers[:-1]:
            h = functional.linear(h, w, b).relu()
        loss = loss_of(functional.linear(h, *layers[-1]))
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            for p, gradient in zip(parameters, gradients, strict=True):
                p.sub_(gradient, alpha=LR)

    return Contestant(step, lambda: _as_in_the_task(parameters))


def torch_modules(task: Task) -> Contestant:
    """Return torch as tutorials use it: `nn.Linear` and `optim.SGD`."""
    x = torch.tensor(task.x)
    loss_of = _loss(task)
    parameters = _parameters(task)
    network = _network(parameters)
    optimizer = torch.optim.SGD(parameters, lr=LR, foreach=False)

    def step() -> None:
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss_of(network(x)))
        optimizer.step()

    return Contestant(step, lambda: _as_in_the_task(parameters))


def _parameters(task: Task) -> list[nn.Parameter]:
    """Return weights, shape (n_out, n_in), and biases in turn."""
    return [nn.Parameter(torch.tensor(w.T.copy())) for w in task.weights]


def _network(parameters: list[nn.Parameter]) -> nn.Sequential:
    layers: list[nn.Module] = []
    for w, b in zip(parameters[::2], parameters[1::2], strict=True):
        linear = nn.Linear(w.shape[1], w.shape[0])
        linear.weight, linear.bias = w, b
        layers += [linear, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def _loss(task: Task) -> Loss:
    y = torch.tensor(task.y)
    if task.has_classes:
        classes = y.argmax(dim=1)
        return lambda logits: functional.cross_entropy(logits, classes)
    return lambda score: (1.0 - y * score).relu().mean()


def _as_in_the_task(parameters: list[nn.Parameter]) -> list[Array]:
    return [p.detach().numpy().T for p in parameters]
