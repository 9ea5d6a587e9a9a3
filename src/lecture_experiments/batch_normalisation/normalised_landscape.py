"""What a step sees of the loss, and what arrives at the first layer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np

from lecture_code.activations import Activation
from lecture_code.arrays import Array, IntArray
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.optimisers import SGD
from lecture_code.sequential import Sequential
from lecture_code.training import minibatches
from lecture_experiments.batch_normalisation.normalised_networks import (
    BATCH_SIZE,
    N_TRAIN,
    deep_network,
    samples,
)

LR = 0.1
TRIED = np.linspace(0.05, 0.4, 8)  # step sizes along one gradient
DEEP = 20


class View(NamedTuple):
    """What is seen along the gradient of one batch, in one place.

    Attributes
    ----------
    loss_range : float
        Largest minus smallest loss over the step sizes tried.
    bend : float
        Largest change of the gradient, per length of step.
    """

    loss_range: float
    bend: float


def _gradient(model: Sequential, x: Array, y: IntArray) -> tuple[float, Array]:
    output = model.forward(x)
    model.backward(d_cross_entropy(output, y))
    flat = np.concatenate([g.ravel() for g in model.gradients])
    return cross_entropy(output, y), flat


def view_along_gradient(model: Sequential, x: Array, y: IntArray) -> View:
    """Try several step sizes from here, and come back."""
    _, gradient = _gradient(model, x, y)
    here = [(p, p.copy(), g) for p, g in _with_gradients(model)]
    losses, bends = [], []
    for lr in TRIED:
        for p, kept, g in here:
            p[...] = kept - lr * g
        loss, there = _gradient(model, x, y)
        change = np.linalg.norm(there - gradient)
        losses.append(loss)
        bends.append(change / (lr * np.linalg.norm(gradient)))
    for p, kept, _ in here:
        p[...] = kept
    return View(max(losses) - min(losses), float(max(bends)))


def _with_gradients(model: Sequential) -> list[tuple[Array, Array]]:
    """Return each parameter with a gradient that no backward replaces."""
    gradients = [g.copy() for g in model.gradients]
    return list(zip(model.parameters, gradients, strict=True))


def views_of_training(
    normalised: bool, seed: int, n_steps: int = 100
) -> list[View]:
    """Train, and look around before every tenth step.

    Parameters
    ----------
    normalised : bool
        Whether the network is batch normalised.
    seed : int
        Of the digits, the weights and the batches.
    n_steps : int
        How many are made.
    """
    data, rng = samples(seed), np.random.default_rng(seed)
    model = deep_network(normalised, seed)
    optimiser = SGD(model.parameters, LR)
    views: list[View] = []
    for step, batch in enumerate(islice(_batches(rng), n_steps)):
        x, y = data.x_train[batch], data.y_train[batch]
        if step % 10 == 0:
            views.append(view_along_gradient(model, x, y))
        _gradient(model, x, y)
        optimiser.step(model.gradients)
    return views


def _batches(rng: np.random.Generator) -> Iterator[IntArray]:
    while True:
        yield from minibatches(N_TRAIN, BATCH_SIZE, rng)


def gradient_by_layer(normalised: bool, scale: float, seed: int) -> Array:
    """Return the norm of the gradient on the output of each hidden layer.

    Parameters
    ----------
    normalised : bool
        Whether the network of twenty hidden layers is batch normalised.
    scale : float
        Of the weights; at 1 they have He's variance.
    seed : int
        Of the digits and the weights.

    Returns
    -------
    ndarray, shape (20,)
        From the first layer to the last, in units of the last.
    """
    data = samples(seed)
    x, y = data.x_train[:BATCH_SIZE], data.y_train[:BATCH_SIZE]
    model = deep_network(normalised, seed, scale, DEEP)
    arriving = d_cross_entropy(model.forward(x), y)
    norms = []
    for layer in reversed(model.layers):
        if isinstance(layer, Activation):
            norms.append(np.linalg.norm(arriving))
        arriving = layer.backward(arriving)
    return np.asarray(np.array(norms[::-1]) / norms[0])
