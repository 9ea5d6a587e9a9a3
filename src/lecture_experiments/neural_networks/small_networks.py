"""Networks small enough to train in a second, on problems one can look at.

The measurements of the page quote what comes of them, its figures draw it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lecture_code.activations import sigmoid
from lecture_code.approximation import (
    one_hidden_layer,
    sum_of_bumps,
    sup_error,
)
from lecture_code.arrays import Array, IntArray
from lecture_code.losses import (
    binary_cross_entropy,
    d_binary_cross_entropy,
    d_mean_squared_error,
)
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.toy_data import and_gate, two_rings, xor_gate
from lecture_code.training import train

GRID = np.linspace(0.0, 1.0, 2001)
POINTS = GRID[::20]
N_STEPS = 5000


def wavy(x: Array) -> Array:
    """Return sin 2πx + ½ sin 6πx, the curve that the networks follow."""
    return np.sin(2 * np.pi * x) + 0.5 * np.sin(6 * np.pi * x)


def fitted_classifier(
    sizes: list[int], x: Array, y: IntArray, rng: np.random.Generator
) -> MLP:
    """Return a tanh network with one logit, trained on all of x at once."""
    network = MLP(sizes, "tanh", rng)
    train(
        network,
        binary_cross_entropy,
        d_binary_cross_entropy,
        SGD(network.parameters, lr=0.3, momentum=0.9),
        x,
        y[:, None].astype(np.float64),
        n_epochs=1000,
        batch_size=None,
        rng=rng,
    )
    return network


def fitted_to_rings(sizes: list[int], seed: int) -> MLP:
    """Return a classifier that learned from 200 points of two rings."""
    rng = np.random.default_rng(seed)
    return fitted_classifier(sizes, *two_rings(200, 0.1, rng), rng)


def linear_on_hidden(network: MLP, seed: int) -> MLP:
    """Return a linear classifier fitted to the rings' hidden values."""
    x, y = two_rings(200, 0.1, np.random.default_rng(seed))
    hidden = network.hidden(x)[0]  # (n_samples, n_hidden)
    rng = np.random.default_rng(seed)
    return fitted_classifier([hidden.shape[1], 1], hidden, y, rng)


def new_rings(seed: int, n_samples: int = 1000) -> tuple[Array, IntArray]:
    """Draw points of two rings that no training has seen."""
    return two_rings(n_samples, 0.1, np.random.default_rng(1000 + seed))


def fitted_to_xor(n_hidden: int, seed: int) -> MLP:
    """Return a network trained on the four points of XOR."""
    x, y = xor_gate()
    rng = np.random.default_rng(seed)
    return fitted_classifier([2, n_hidden, 1], x, y, rng)


def bump_error(n_bumps: int) -> float:
    """Return the largest error of the built network on the wavy curve."""
    weights = sum_of_bumps(wavy, 0.0, 1.0, n_bumps)
    return sup_error(wavy, lambda x: one_hidden_layer(x, *weights), GRID)


def descended(n_hidden: int, seed: int, is_spread: bool = False) -> MLP:
    """Return a network trained on the wavy curve by gradient descent.

    Its hidden units start as usual, or as steps spread over the interval.
    """
    rng = np.random.default_rng(seed)
    network = MLP([1, n_hidden, 1], "sigmoid", rng)
    if is_spread:
        weight, bias, *_ = network.parameters
        weight[:, 0], bias[:] = steps_at_random(n_hidden, rng)
    optimiser = SGD(network.parameters, lr=0.04, momentum=0.9)
    fit_curve(network, optimiser, POINTS, wavy(POINTS), N_STEPS)
    return network


def descent_error(n_hidden: int, seed: int, is_spread: bool = False) -> float:
    """Return the largest error of a network trained by gradient descent."""
    network = descended(n_hidden, seed, is_spread)
    return sup_error(wavy, lambda x: network.forward(x[:, None])[:, 0], GRID)


def fit_curve(
    network: MLP, optimiser: SGD, x: Array, y: Array, n_steps: int
) -> None:
    """Train a network on points of a curve, all of them in each step."""
    for _ in range(n_steps):
        output = network.forward(x[:, None])
        network.backward(d_mean_squared_error(output, y[:, None]))
        optimiser.step(network.gradients)


def steps_at_random(
    n_hidden: int, rng: np.random.Generator
) -> tuple[Array, Array]:
    """Draw weights and biases of units that step somewhere in [0, 1]."""
    weight = rng.normal(scale=20.0, size=n_hidden)
    return weight, -weight * rng.uniform(size=n_hidden)


def solved_error(n_hidden: int, seed: int) -> float:
    """Return the largest error if only the output weights are fitted."""
    weight, bias = steps_at_random(n_hidden, np.random.default_rng(seed))
    hidden = sigmoid(np.multiply.outer(POINTS, weight) + bias)
    solved = np.linalg.lstsq(hidden, wavy(POINTS), rcond=1e-6)
    v = solved[0].astype(np.float64)
    return sup_error(
        wavy, lambda x: one_hidden_layer(x, weight, bias, v), GRID
    )


def drawn_lines(n_lines: int, seed: int) -> Array:
    """Draw (w₁, w₂, b) of many neurons, one row each."""
    return np.random.default_rng(seed).normal(size=(n_lines, 3))


def answers(lines: Array) -> NDArray[np.bool_]:
    """Return what each neuron says to the inputs 00, 01, 10 and 11."""
    x, _ = and_gate()
    return x @ lines[:, :2].T + lines[:, 2] >= 0  # (4, n_lines)


def three_layers(seed: int) -> tuple[Array, list[Array]]:
    """Draw 500 inputs of 10 numbers, and weights of three layers."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(500, 10))
    shapes = [(16, 10), (3, 16), (8, 3)]
    return x, [rng.normal(size=shape) / 4 for shape in shapes]
