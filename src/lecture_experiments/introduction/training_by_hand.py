"""The training loop of the introduction, cut into functions.

So it can be repeated with other seeds and other data, and with parts of it
left out. With seed 0 it computes what the page's listing computes.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np
import torch
from torch.nn import functional

from lecture_code.arrays import Array, IntArray
from lecture_code.toy_data import two_moons

N_STEPS = 1000
N_FRESH = 2000
Data: TypeAlias = Callable[
    [int, float, np.random.Generator], tuple[Array, IntArray]
]


class Weights(NamedTuple):
    """What is learned: (n_hidden, 2), (n_hidden,), (1, n_hidden), (1,)."""

    W1: Array
    b1: Array
    W2: Array
    b2: Array


class Problem(NamedTuple):
    """Samples to learn from, samples never learned from, first weights."""

    x: Array
    y: Array
    fresh_x: Array
    fresh_y: Array
    start: Weights


def problem(
    seed: int, n_samples: int = 200, data: Data = two_moons, n_hidden: int = 8
) -> Problem:
    """Draw what the listing draws, in its order, then fresh samples."""
    rng = np.random.default_rng(seed)
    x, y = data(n_samples, 0.1, rng)
    W1 = rng.normal(size=(n_hidden, 2))
    W2 = rng.normal(size=(1, n_hidden))
    start = Weights(W1, np.zeros(n_hidden), W2, np.zeros(1))
    fresh_x, fresh_y = data(N_FRESH, 0.1, rng)
    return Problem(x, _column(y), fresh_x, _column(fresh_y), start)


def _column(y: IntArray) -> Array:
    return y[:, None].astype(np.float64)


def hidden(x: Array, weights: Weights) -> Array:
    """Represent the samples, (n_samples, n_hidden)."""
    return np.tanh(x @ weights.W1.T + weights.b1)


def probability(h: Array, W2: Array, b2: Array) -> Array:
    """Return the probability of class 1, (n_samples, 1)."""
    return np.asarray(1 / (1 + np.exp(-(h @ W2.T + b2))))


def predict(x: Array, weights: Weights) -> Array:
    """Return the probability of class 1 that the network gives."""
    return probability(hidden(x, weights), weights.W2, weights.b2)


def loss(x: Array, y: Array, weights: Weights) -> float:
    """Return the mean of −log of the probability of the true class."""
    p = predict(x, weights)
    return float(-np.mean(np.log(np.where(y == 1, p, 1 - p))))


def accuracy(p: Array, y: Array) -> float:
    """Return the share of samples that get the right class."""
    return float(np.mean((p > 0.5) == y))


def gradients(x: Array, y: Array, weights: Weights) -> Weights:
    """Return the gradient of the loss on each weight, derived by hand."""
    h = hidden(x, weights)
    p = probability(h, weights.W2, weights.b2)
    d_loss_d_z = (p - y) / len(x)  # (n_samples, 1)
    d_loss_d_a = d_loss_d_z @ weights.W2 * (1 - h**2)
    return Weights(
        d_loss_d_a.T @ x,
        d_loss_d_a.sum(axis=0),
        d_loss_d_z.T @ h,
        d_loss_d_z.sum(axis=0),
    )


def descent(task: Problem, n_steps: int = N_STEPS) -> list[Weights]:
    """Return the weights before, between and after the steps of the loop."""
    path = [task.start]
    for _ in range(n_steps):
        steps = gradients(task.x, task.y, path[-1])  # the learning rate is 1
        pairs = zip(path[-1], steps, strict=True)
        path.append(Weights(*(w - step for w, step in pairs)))
    return path


def descent_in_torch(task: Problem) -> Weights:
    """Return the last weights of the page's listing in torch."""
    x, y = torch.tensor(task.x), torch.tensor(task.y)
    learned = [torch.tensor(w, requires_grad=True) for w in task.start]
    W1, b1, W2, b2 = learned
    optimiser = torch.optim.SGD(learned, lr=1.0)
    for _ in range(N_STEPS):
        h = torch.tanh(x @ W1.T + b1)
        p = torch.sigmoid(h @ W2.T + b2)
        optimiser.zero_grad()
        torch.autograd.backward(functional.binary_cross_entropy(p, y))
        optimiser.step()
    return Weights(*(w.detach().numpy() for w in learned))


def fresh_accuracy(task: Problem) -> float:
    """Train, and return the accuracy on samples never learned from."""
    learned = descent(task)[-1]
    return accuracy(predict(task.fresh_x, learned), task.fresh_y)


def output_layer(h: Array, y: Array) -> tuple[Array, Array]:
    """Run the loop with nothing to learn but W2 and b2: a line in h."""
    W2, b2 = np.zeros((1, h.shape[1])), np.zeros(1)
    for _ in range(N_STEPS):
        d_loss_d_z = (probability(h, W2, b2) - y) / len(h)
        W2 -= d_loss_d_z.T @ h
        b2 -= d_loss_d_z.sum(axis=0)
    return W2, b2


def predict_by_line(task: Problem) -> Array:
    """Return what a line, learned from x itself, says of fresh samples."""
    return probability(task.fresh_x, *output_layer(task.x, task.y))


def with_random_biases(task: Problem, seed: int) -> Problem:
    """Draw biases too, so that not every unit bends at the origin."""
    rng = np.random.default_rng([seed, 1])
    b1 = rng.normal(size=len(task.start.b1))
    return task._replace(start=task.start._replace(b1=b1))


def predict_by_random_features(task: Problem) -> Array:
    """Return what is said if the hidden layer stays as it was drawn."""
    learned = output_layer(hidden(task.x, task.start), task.y)
    return probability(hidden(task.fresh_x, task.start), *learned)
