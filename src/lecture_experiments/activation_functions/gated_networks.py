"""GELU and SiLU in the deep network of the page, measured as the others."""

from __future__ import annotations

from functools import cache
from itertools import islice

import numpy as np

from lecture_code.activations import Elementwise
from lecture_code.arrays import Array
from lecture_code.initialisers import kaiming_normal
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy
from lecture_code.sequential import Sequential
from lecture_code.smooth_activations import d_gelu, d_silu, gelu, silu
from lecture_experiments.activation_functions.networks_by_activation import (
    DEEP,
    LIMIT,
    LOOK_EVERY,
    TARGET,
    TUNING_SEEDS,
    UPDATES_PER_EPOCH,
    WIDTH,
    data,
    training,
)

GATES: dict[str, tuple[Elementwise, Elementwise]] = {
    "gelu": (gelu, d_gelu),
    "silu": (silu, d_silu),
}
# The power of two whose slowest run over the tuning seeds is the fastest.
BEST_LR = {"gelu": 1 / 8, "silu": 1 / 4}


class Gate:
    """A function and its derivative as a layer: it has nothing to learn."""

    parameters: tuple[Array, ...] = ()
    gradients: tuple[Array, ...] = ()

    def __init__(self, name: str) -> None:
        self.function, self.derivative = GATES[name]
        self.x = np.empty((0, 0))

    def forward(self, x: Array) -> Array:
        """Return the function of every entry."""
        self.x = x
        return self.function(x)

    def backward(self, d_loss_d_output: Array) -> Array:
        """Multiply the gradient by the slope."""
        return d_loss_d_output * self.derivative(self.x)


def gated_network(name: str, rng: np.random.Generator) -> Sequential:
    """Return the deep network with gates in the place of its bends."""
    layers: list[Layer] = []
    for n_in in [64, *[WIDTH] * (DEEP - 1)]:
        layers += [Linear(n_in, WIDTH, rng, kaiming_normal), Gate(name)]
    return Sequential([*layers, Linear(WIDTH, 10, rng)])


@cache
def epochs_to_target(name: str, lr: float, seed: int) -> float:
    """Return the epochs until the training loss is below 0.1, or infinity."""
    model = gated_network(name, np.random.default_rng(seed))
    samples = data(seed)
    for n in islice(training(model, samples, lr, seed), LIMIT):
        if n % LOOK_EVERY == 0:
            output = model.forward(samples.x_train)
            if cross_entropy(output, samples.y_train) < TARGET:
                return n / UPDATES_PER_EPOCH
    return float("inf")


def slowest(name: str, lr: float) -> float:
    """Return the epochs that the slowest of the tuning seeds needs."""
    return max(epochs_to_target(name, lr, seed) for seed in TUNING_SEEDS)


def mean_output(name: str) -> float:
    """Return the mean of the function over standard-normal inputs."""
    z = np.linspace(-10, 10, 20_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return float(np.trapezoid(GATES[name][0](z) * density, z))


def lowest(name: str) -> tuple[float, float]:
    """Return where the function is lowest, and how low."""
    z = np.linspace(-3, 0, 30_001)
    y = GATES[name][0](z)
    return float(z[np.argmin(y)]), float(y.min())
