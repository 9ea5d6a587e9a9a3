"""The same network with one activation or another, trained on the digits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np

from lecture_code.activations import Activation
from lecture_code.arrays import Array
from lecture_code.initialisers import (
    Initialiser,
    kaiming_normal,
    xavier_normal,
)
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.maxout import Maxout
from lecture_code.optimisers import SGD
from lecture_code.prelu import PReLU
from lecture_code.sequential import Sequential
from lecture_code.training import accuracy, minibatches
from lecture_experiments.real_data import Split, digits, split

WIDTH, SHALLOW, DEEP = 32, 1, 4
N_TRAIN, BATCH_SIZE, TARGET = 1000, 32, 0.1
UPDATES_PER_EPOCH = -(-N_TRAIN // BATCH_SIZE)
LIMIT, LOOK_EVERY = 20 * UPDATES_PER_EPOCH, 8  # in updates
# A sigmoid passes at most a quarter of a gradient on, so its weights need four
# times the usual size to hand on as much as they get.
WIDE_SIGMOID, GAIN = "wide_sigmoid", 4.0
NAMES = ("sigmoid", "tanh", "relu", "leaky_relu", "prelu", "elu", "maxout")
TUNING_SEEDS = range(100, 105)
HOPELESS = 1e3  # a loss from which no run comes back

# The power of two whose slowest run over the tuning seeds is the fastest.
BEST_LR = {
    ("sigmoid", SHALLOW): 4.0,
    ("tanh", SHALLOW): 1.0,
    ("relu", SHALLOW): 1 / 2,
    ("prelu", SHALLOW): 1 / 2,
    ("sigmoid", DEEP): 1.0,  # none is good enough
    (WIDE_SIGMOID, DEEP): 2.0,
    ("tanh", DEEP): 1 / 2,
    ("relu", DEEP): 1 / 8,
    ("leaky_relu", DEEP): 1 / 8,
    ("prelu", DEEP): 1 / 8,
    ("elu", DEEP): 1 / 8,
    ("maxout", DEEP): 1 / 8,
}
BEST_LR_ON_BRIGHT_PIXELS = {"relu": 1 / 32, "tanh": 1 / 8}


def network(
    name: str, n_hidden: int, rng: np.random.Generator, width: int = WIDTH
) -> Sequential:
    """Return an untrained network for the digits.

    Weights start as is usual for the activation: with the variance 2/n where
    it cuts half of its input off or nearly so, else 1/n; and four times as
    large where the name says so.
    """
    initialiser = start_for(name)
    name = "sigmoid" if name == WIDE_SIGMOID else name
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


def start_for(name: str) -> Initialiser:
    """Return how the weights before an activation are drawn."""
    if name == WIDE_SIGMOID:
        return lambda *drawn: GAIN * xavier_normal(*drawn)
    usual = "sigmoid", "tanh", "maxout"
    return xavier_normal if name in usual else kaiming_normal


def data(seed: int, brightness: float = 1.0) -> Split:
    """Return 1000 digits to learn from, and the rest for the test.

    Parameters
    ----------
    seed : int
    brightness : float
        The largest pixel; 16 for the pixels as they are stored.
    """
    x, y = digits()
    rng = np.random.default_rng(seed)
    return split((brightness * x, y), N_TRAIN, rng)


def training(
    model: Sequential, samples: Split, lr: float, seed: int
) -> Iterator[int]:
    """Train a model in place, for ever; yield the number of updates."""
    x, y, *_ = samples
    rng = np.random.default_rng(seed)
    optimiser = SGD(model.parameters, lr)
    n_updates = 0
    while True:
        for batch in minibatches(len(x), BATCH_SIZE, rng):
            model.backward(d_cross_entropy(model.forward(x[batch]), y[batch]))
            optimiser.step(model.gradients)
            n_updates += 1
            yield n_updates


class Trained(NamedTuple):
    """A network, trained until its loss was low enough or time was up.

    Attributes
    ----------
    model : Sequential
    samples : Split
    epochs : float
        How many it took, infinity if the loss never was below the target.
    """

    model: Sequential
    samples: Split
    epochs: float

    def accuracy(self) -> float:
        """Return the accuracy on the test digits."""
        output = self.model.forward(self.samples.x_test)
        return accuracy(output, self.samples.y_test)


def train_to_target(
    name: str, n_hidden: int, lr: float, seed: int, brightness: float = 1.0
) -> Trained:
    """Train until the training loss is below 0.1, for 20 epochs at most."""
    model = network(name, n_hidden, np.random.default_rng(seed))
    samples = data(seed, brightness)
    epochs = float("inf")
    for n in training(model, samples, lr, seed):
        if n % LOOK_EVERY:
            continue
        output = model.forward(samples.x_train)
        loss = cross_entropy(output, samples.y_train)
        if loss < TARGET:
            epochs = n / UPDATES_PER_EPOCH
        if loss < TARGET or n >= LIMIT or not loss < HOPELESS:
            break
    return Trained(model, samples, epochs)


@cache
def at_best(name: str, n_hidden: int, seed: int) -> Trained:
    """Train with the best step size of the activation."""
    return train_to_target(name, n_hidden, BEST_LR[name, n_hidden], seed)


def slowest(
    name: str, n_hidden: int, lr: float, brightness: float = 1.0
) -> float:
    """Return the epochs that the slowest of the tuning seeds needs."""
    return max(
        train_to_target(name, n_hidden, lr, seed, brightness).epochs
        for seed in TUNING_SEEDS
    )


def hidden_outputs(model: Sequential, x: Array) -> list[Array]:
    """Return what each hidden layer says of a batch, after its bend."""
    outputs = []
    for layer in model.layers[:-1]:
        x = layer.forward(x)
        if not isinstance(layer, Linear):
            outputs.append(x)
    return outputs


def offset_of_hidden_outputs(name: str, seed: int) -> float:
    """Return mean over standard deviation of the outputs of a trained layer.

    The layers of the deep network are averaged.
    """
    model, samples, _ = at_best(name, DEEP, seed)
    outputs = hidden_outputs(model, samples.x_test)
    return float(np.mean([abs(h.mean()) / h.std() for h in outputs]))


def epochs_on_bright_pixels(name: str, seed: int) -> float:
    """Train on the pixels as they are stored, with the best step size."""
    lr = BEST_LR_ON_BRIGHT_PIXELS[name]
    return train_to_target(name, SHALLOW, lr, seed, brightness=16.0).epochs


def learned_slope(n_hidden: int, seed: int) -> float:
    """Return the mean of the slopes that PReLU has learned."""
    layers = at_best("prelu", n_hidden, seed).model.layers
    slopes = [layer.alpha[0] for layer in layers if isinstance(layer, PReLU)]
    return float(np.mean(slopes))


def gain_over_relu(name: str, seed: int) -> float:
    """Return the difference of the test accuracies, in percentage points."""
    ours, relu = (at_best(n, DEEP, seed).accuracy() for n in (name, "relu"))
    return 100 * (ours - relu)
