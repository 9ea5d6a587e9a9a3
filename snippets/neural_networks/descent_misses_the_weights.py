"""The weights exist, and gradient descent does not find their like."""

import numpy as np

from lecture_code.approximation import one_hidden_layer, sum_of_bumps
from lecture_code.losses import d_mean_squared_error
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD


def curve(x):
    """Two waves, one three times as fast as the other."""
    return np.sin(2 * np.pi * x) + 0.5 * np.sin(6 * np.pi * x)


x = np.linspace(0, 1, 101)
built = one_hidden_layer(x, *sum_of_bumps(curve, 0.0, 1.0, n_bumps=40))
print(f"80 units, built:   error {np.abs(built - curve(x)).max():.1f}")

network = MLP([1, 80, 1], "sigmoid", np.random.default_rng(0))
sgd = SGD(network.parameters, lr=0.04, momentum=0.9)
for step in range(1, 5001):
    output = network.forward(x[:, None])  # (101, 1)
    network.backward(d_mean_squared_error(output, curve(x)[:, None]))
    sgd.step(network.gradients)
    if step in (10, 1000, 5000):
        error = np.abs(output[:, 0] - curve(x)).max()
        print(f"80 units, {step:4} steps of descent: error {error:.1f}")
