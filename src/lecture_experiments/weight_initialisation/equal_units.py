"""Units that start alike learn alike."""

from __future__ import annotations

from functools import cache

import numpy as np

from lecture_code.arrays import Array
from lecture_code.initialisers import Initialiser
from lecture_code.losses import (
    cross_entropy,
    d_binary_cross_entropy,
    d_cross_entropy,
)
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.toy_data import two_moons
from lecture_code.training import accuracy, train
from lecture_experiments.real_data import digits, split

N_HIDDEN = 32


def n_distinct(rows: Array) -> int:
    """Count the rows that differ by more than rounding."""
    return len(np.unique(rows.round(9), axis=0))


@cache
def learn_digits(initialiser: Initialiser, seed: int) -> tuple[int, float]:
    """Train one hidden layer of 32 tanh units on 1500 digits.

    Returns
    -------
    n_units : int
        How many different hidden units there are after 20 epochs.
    test_accuracy : float
        On the other digits.
    """
    rng = np.random.default_rng(seed)
    data = split(digits(), 1500, rng)
    model = MLP([64, N_HIDDEN, 10], "tanh", rng, initialiser)
    sgd = SGD(model.parameters, lr=0.3)
    loss = (cross_entropy, d_cross_entropy)
    train(model, *loss, sgd, data.x_train, data.y_train, 20, 50, rng)
    correct = accuracy(model.forward(data.x_test), data.y_test)
    return n_distinct(model.parameters[0]), correct


def tracks(initialiser: Initialiser, n_units: int = 8) -> Array:
    """Follow the weights of hidden units that learn the two moons.

    Returns
    -------
    ndarray, shape (n_steps + 1, n_units, 2)
        The two weights of each unit before each step and at the end.
    """
    rng = np.random.default_rng(0)
    x, classes = two_moons(200, 0.1, rng)
    target = classes[:, None].astype(np.float64)
    model = MLP([2, n_units, 1], "tanh", rng, initialiser)
    sgd = SGD(model.parameters, lr=0.5)
    weights = [model.parameters[0].copy()]
    for _ in range(200):
        output = model.forward(x)
        model.backward(d_binary_cross_entropy(output, target))
        sgd.step(model.gradients)
        weights.append(model.parameters[0].copy())
    return np.array(weights)
