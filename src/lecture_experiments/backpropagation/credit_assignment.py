"""What a hidden layer is worth when no blame reaches it."""

from __future__ import annotations

import numpy as np

from lecture_code.losses import d_binary_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.toy_data import two_moons


def accuracy_on_moons(n_layers_trained: int, seed: int) -> float:
    """Return the test accuracy if only the last layers of a network learn.

    Parameters
    ----------
    n_layers_trained : int
        Counted from the output; linear and activation layers count alike.
    seed : int
        Of the data and the weights.
    """
    rng = np.random.default_rng(seed)
    x, y = two_moons(400, 0.1, rng)
    x_test, y_test = two_moons(1000, 0.1, rng)
    target = y[:, None].astype(np.float64)  # (n_samples, 1)
    network = MLP([2, 8, 1], "tanh", rng)
    # As the usual start has no biases, all units would bend at the origin,
    # and one that does not learn could never leave it.
    biases = network.layers[0].parameters[1]
    biases += np.random.default_rng([seed, 1]).normal(size=biases.shape)
    for _ in range(1000):
        logits = network.forward(x)
        network.backward(d_binary_cross_entropy(logits, target))
        for layer in network.layers[-n_layers_trained:]:
            for p, g in zip(layer.parameters, layer.gradients, strict=True):
                p -= 0.5 * g
    return float(np.mean((network.forward(x_test)[:, 0] > 0) == y_test))
