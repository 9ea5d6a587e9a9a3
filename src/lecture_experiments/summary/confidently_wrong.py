"""A neuron that starts out sure of the wrong answers, and has to turn back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np

from lecture_code.activations import Activation, sigmoid
from lecture_code.arrays import Array
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.losses import (
    binary_cross_entropy,
    d_binary_cross_entropy,
    d_mean_squared_error,
    mean_squared_error,
)
from lecture_code.optimisers import SGD
from lecture_code.sequential import Sequential

LIMIT = 20_000
STEP_SIZES = [2.0**k for k in range(-2, 7)]


def losses_at(logit: float) -> tuple[float, float]:
    """Return squared error and cross-entropy at a logit; the target is 1."""
    z, one = np.array([[logit]]), np.ones((1, 1))
    return mean_squared_error(sigmoid(z), one), binary_cross_entropy(z, one)


def gradients_at(logit: float) -> tuple[float, float]:
    """Return the gradients of both on the logit; the target is 1."""
    z, one = np.array([[logit]]), np.ones((1, 1))
    output = Activation("sigmoid")
    d_error = d_mean_squared_error(output.forward(z), one)
    d_squared = output.backward(d_error)
    return float(d_squared.item()), float(
        d_binary_cross_entropy(z, one).item()
    )


def two_clouds(rng: np.random.Generator) -> tuple[Array, Array]:
    """Return 100 points around (1, 1) or (−1, −1), and 1 or 0, (100, 1)."""
    y = np.tile([[0.0], [1.0]], (50, 1))
    return np.asarray(rng.normal(2 * y - 1, 0.5, size=(100, 2))), y


def turning_back(
    squared: bool, lr: float, seed: int
) -> Iterator[tuple[float, float]]:
    """Yield the share of right answers and a logit, before each update.

    Parameters
    ----------
    squared : bool
        Whether the loss is the squared error behind a sigmoid; else it is
        the cross-entropy.
    lr : float
    seed : int
        Draws the points. The neuron starts with the weights −5, −5: a point
        at (1, 1), whose logit is yielded, has −10 where the target is 1.
    """
    rng = np.random.default_rng(seed)
    x, y = two_clouds(rng)
    neuron = Linear(2, 1, rng)
    neuron.weight[...] = -5.0
    layers: list[Layer] = [neuron, Activation("sigmoid")]
    model = Sequential(layers if squared else layers[:1])
    d_loss = d_mean_squared_error if squared else d_binary_cross_entropy
    optimiser = SGD(model.parameters, lr)
    while True:
        output = model.forward(x)
        right = (output > 0.5 * squared) == (y == 1)
        yield (
            float(right.mean()),
            float((neuron.weight.sum() + neuron.bias)[0]),
        )
        model.backward(d_loss(output, y))
        optimiser.step(model.gradients)


def steps_until_right(squared: bool, lr: float, seed: int) -> int:
    """Count the updates until 95 of 100 points are right, or `LIMIT`."""
    run = islice(turning_back(squared, lr, seed), LIMIT)
    steps = (n for n, (right, _) in enumerate(run) if right >= 0.95)
    return next(steps, LIMIT)


def fewest_steps(squared: bool, seed: int) -> int:
    """Count the updates at the step size that needs the fewest."""
    return min(steps_until_right(squared, lr, seed) for lr in STEP_SIZES)
