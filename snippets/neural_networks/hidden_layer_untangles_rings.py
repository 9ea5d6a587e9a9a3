"""A linear classifier fails on two rings and succeeds on a layer's output."""

import numpy as np

from lecture_code import plot
from lecture_code.losses import binary_cross_entropy, d_binary_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.toy_data import two_rings
from lecture_code.training import accuracy, train

rng = np.random.default_rng(2)
x, y = two_rings(200, noise=0.1, rng=rng)
new_x, new_y = two_rings(1000, noise=0.1, rng=rng)


def fit(sizes, inputs):
    """Train a tanh network on inputs that belong to the labels y."""
    model = MLP(sizes, "tanh", rng)
    sgd = SGD(model.parameters, lr=0.3, momentum=0.9)
    losses = (binary_cross_entropy, d_binary_cross_entropy)
    train(model, *losses, sgd, inputs, 1.0 * y[:, None], 1000, None, rng)
    return model


network = fit([2, 3, 1], x)
h, new_h = network.hidden(x)[0], network.hidden(new_x)[0]  # (n_samples, 3)
on_x = accuracy(fit([2, 1], x).forward(new_x), new_y)
on_h = accuracy(fit([3, 1], h).forward(new_h), new_y)
print(f"linear on x: {on_x:.0%} of new points right")
print(f"linear on h: {on_h:.0%} of new points right")
plot.points(*x.T, y, regions=lambda x: network.forward(x) > 0)
