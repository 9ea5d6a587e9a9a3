"""What an activation makes of a signal and of noise."""

from __future__ import annotations

import numpy as np

from lecture_code.activations import ACTIVATIONS, Activation
from lecture_code.arrays import Array
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.maxout import Maxout
from lecture_code.sequential import Sequential


def mean_output(name: str) -> float:
    """Return the mean of an activation over standard-normal inputs."""
    z = np.linspace(-10, 10, 20_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    function, _ = ACTIVATIONS[name]
    return float(np.trapezoid(function(z) * density, z))


def noise_through(name: str, centre: float) -> float:
    """Return the spread of the output for inputs centre ± 1/2."""
    z = np.linspace(-10, 10, 20_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    output = ACTIVATIONS[name][0](centre + z / 2)
    mean = np.trapezoid(output * density, z)
    return float(np.sqrt(np.trapezoid((output - mean) ** 2 * density, z)))


def inputs_without_gradient(name: str, seed: int) -> float:
    """Return how often a unit of four inputs passes nothing back to them."""
    rng = np.random.default_rng(seed)
    x, one = rng.normal(size=(1000, 4)), np.ones((1000, 1))
    if name == "maxout":
        gradient = forward_and_back(Maxout(4, 1, 2, rng), x, one)
    else:
        unit = Sequential([Linear(4, 1, rng), Activation(name)])
        gradient = forward_and_back(unit, x, one)
    return float(np.mean(~gradient.any(axis=1)))


def forward_and_back(layer: Layer, x: Array, d_loss_d_output: Array) -> Array:
    """Return the gradient on the input."""
    layer.forward(x)
    return layer.backward(d_loss_d_output)


def maxout_unlike(name: str, slope: float, seed: int) -> float:
    """Set the second piece to a share of the first; compare the outputs."""
    rng = np.random.default_rng(seed)
    linear, layer = Linear(8, 5, rng), Maxout(8, 5, 2, rng)
    layer.weight[:] = linear.weight, slope * linear.weight
    x = rng.normal(size=(1000, 8))
    expected = ACTIVATIONS[name][0](linear.forward(x))
    return float(np.max(np.abs(layer.forward(x) - expected)))
