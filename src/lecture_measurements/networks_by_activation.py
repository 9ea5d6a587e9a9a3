"""The same network with one activation or another, trained on the digits."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lecture_code.activations import Activation
from lecture_code.arrays import Array
from lecture_code.initialisers import kaiming_normal, xavier_normal
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.maxout import Maxout
from lecture_code.optimisers import SGD
from lecture_code.prelu import PReLU
from lecture_code.sequential import Sequential
from lecture_code.training import minibatches
from lecture_measurements.real_data import Split, digits, split

WIDTH, SHALLOW, DEEP = 32, 1, 4
N_TRAIN, BATCH_SIZE, TARGET = 1000, 32, 0.1
UPDATES_PER_EPOCH = -(-N_TRAIN // BATCH_SIZE)
LIMIT, LOOK_EVERY = 20 * UPDATES_PER_EPOCH, 8  # in updates
NAMES = ("sigmoid", "tanh", "relu", "leaky_relu", "prelu", "elu", "maxout")
STEP_SIZES = tuple(2.0**k for k in range(-5, 3))

# The fastest of STEP_SIZES on seeds of their own, see the tests.
BEST_LR: dict[tuple[str, int], float] = {}


def network(
    name: str, n_hidden: int, rng: np.random.Generator, width: int = WIDTH
) -> Sequential:
    """Return an untrained network for the digits.

    Weights start as is usual for the activation: with the variance 2/n where
    it cuts half of its input off or nearly so, else 1/n.
    """
    usual = "sigmoid", "tanh", "maxout"
    initialiser = xavier_normal if name in usual else kaiming_normal
    layers: list[Layer] = []
    n_in = 64
    for _ in range(n_hidden):
        if name == "maxout":
            layers.append(Maxout(n_in, width, 2, rng, initialiser))
        else:
            layers.append(Linear(n_in, width, rng, initialiser))
            layers.append(PReLU() if name == "prelu" else Activation(name))
        n_in = width
    return Sequential([*layers, Linear(n_in, 10, rng)])


def data(seed: int) -> Split:
    """Return 1000 digits to learn from, and the rest for the test."""
    return split(digits(), N_TRAIN, np.random.default_rng(seed))


def training(model: Sequential, lr: float, seed: int) -> Iterator[int]:
    """Train a model in place, for ever; yield the number of updates."""
    x, y, *_ = data(seed)
    rng = np.random.default_rng(seed)
    optimiser = SGD(model.parameters, lr)
    n_updates = 0
    while True:
        for batch in minibatches(len(x), BATCH_SIZE, rng):
            model.backward(d_cross_entropy(model.forward(x[batch]), y[batch]))
            optimiser.step(model.gradients)
            n_updates += 1
            yield n_updates


def trained(
    name: str, n_hidden: int, lr: float, seed: int, n_updates: int = LIMIT
) -> Sequential:
    """Return a network after some updates."""
    model = network(name, n_hidden, np.random.default_rng(seed))
    for n in training(model, lr, seed):
        if n == n_updates:
            break
    return model


def epochs_to_target(name: str, n_hidden: int, lr: float, seed: int) -> float:
    """Return the epochs until the training loss is below 0.1, or infinity."""
    model = network(name, n_hidden, np.random.default_rng(seed))
    x, y, *_ = data(seed)
    for n in training(model, lr, seed):
        if n % LOOK_EVERY:
            continue
        loss = cross_entropy(model.forward(x), y)
        if loss < TARGET:
            return n / UPDATES_PER_EPOCH
        if n >= LIMIT or not loss < 1e3:
            break
    return float("inf")


def hidden_outputs(model: Sequential, x: Array) -> list[Array]:
    """Return what each hidden layer says of a batch, after its bend."""
    outputs = []
    for layer in model.layers[:-1]:
        x = layer.forward(x)
        if not isinstance(layer, Linear):
            outputs.append(x)
    return outputs
