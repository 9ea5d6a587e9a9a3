"""Deep networks that read digits, with and without batch normalisation."""

from __future__ import annotations

from functools import cache

import numpy as np

from lecture_code.activations import Activation
from lecture_code.arrays import Array
from lecture_code.batch_norm import BatchNorm1d
from lecture_code.initialisers import normal
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.optimisers import SGD
from lecture_code.sequential import Sequential
from lecture_code.training import accuracy, train
from lecture_experiments.real_data import Split, digits, split

WIDTH, DEPTH = 32, 5
N_TRAIN, BATCH_SIZE, N_EPOCHS = 512, 64, 20
STEP_SIZES = [2.0**k for k in range(-10, 7)]
SCALES = [0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 10.0]
LR_OF_SCALES = 0.125
TRAINED = 0.5  # a loss below this; guessing one of ten costs 2.3


def deep_network(
    normalised: bool, seed: int, scale: float = 1.0, depth: int = DEPTH
) -> Sequential:
    """Return hidden layers of ReLU units, and a linear one for ten classes.

    Parameters
    ----------
    normalised : bool
        Whether each hidden layer is linear, normalised, ReLU.
    seed : int
        Of the weights, which are the same with and without.
    scale : float
        Of the hidden weights; at 1 they have He's variance 2 / n_in.
    depth : int
        Number of hidden layers.
    """
    rng = np.random.default_rng(seed)
    layers: list[Layer] = []
    n_in = digits()[0].shape[1]
    for _ in range(depth):
        std = scale * np.sqrt(2 / n_in)
        layers.append(Linear(n_in, WIDTH, rng, normal(std)))
        if normalised:
            layers.append(BatchNorm1d(WIDTH))
        layers.append(Activation("relu"))
        n_in = WIDTH
    layers.append(Linear(n_in, 10, rng))
    return Sequential(layers)


@cache
def samples(seed: int) -> Split:
    """Return 512 digits to learn from, eight batches, and others to test."""
    return split(digits(), N_TRAIN, np.random.default_rng(seed))


def loss_curve(
    model: Sequential, lr: float, seed: int, n_epochs: int = N_EPOCHS
) -> Array:
    """Train, and return the loss before training and after each epoch."""
    data = samples(seed)
    model.train()
    start = cross_entropy(model.forward(data.x_train), data.y_train)
    history = train(
        model,
        cross_entropy,
        d_cross_entropy,
        SGD(model.parameters, lr),
        data.x_train,
        data.y_train,
        n_epochs,
        BATCH_SIZE,
        np.random.default_rng(seed),
    )
    return np.array([start, *history])


@cache
def loss_after(
    normalised: bool, lr: float, seed: int, scale: float = 1.0
) -> float:
    """Return the loss after twenty epochs, infinite if it is no number."""
    model = deep_network(normalised, seed, scale)
    loss = loss_curve(model, lr, seed)[-1]
    return float(loss) if np.isfinite(loss) else np.inf


def largest_step_that_trains(normalised: bool) -> float:
    """Return the largest power of two that trains four of five networks.

    At the next one it is chance, and rounding, which of them train.
    """
    return next(
        lr for lr in reversed(STEP_SIZES) if n_trained(normalised, lr) >= 4
    )


def n_trained(normalised: bool, lr: float) -> int:
    """Return how many of five networks train with a step size."""
    losses = [loss_after(normalised, lr, seed) for seed in range(5)]
    return sum(loss < TRAINED for loss in losses)


def accuracy_on_others(model: Sequential, seed: int) -> float:
    """Return the accuracy on the digits that were not learned from."""
    data = samples(seed)
    model.eval()
    return accuracy(model.forward(data.x_test), data.y_test)
