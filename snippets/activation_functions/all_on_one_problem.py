"""The same deep network with six starts and activations, on the digits."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.initialisers import kaiming_normal, xavier_normal
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.training import accuracy, train

images, y = load_digits(return_X_y=True)
x = images / 16  # (1797, 64), from 0 to 1
sizes = [64, 32, 32, 32, 32, 10]
loss = cross_entropy, d_cross_entropy

for name, gain, lr in (
    ("sigmoid", 1, 1.0),
    ("sigmoid", 4, 2.0),
    ("tanh", 1, 0.5),
    ("relu", 1, 0.125),
    ("leaky_relu", 1, 0.125),
    ("elu", 1, 0.125),
):
    rng = np.random.default_rng(2)
    squashes = name in ("sigmoid", "tanh")
    draw = xavier_normal if squashes else kaiming_normal
    net = MLP(sizes, name, rng, draw)
    for weights in net.parameters[:-2]:  # the output layer stays as it is
        weights *= gain
    sgd = SGD(net.parameters, lr)
    train(net, *loss, sgd, x[:1000], y[:1000], 10, 32, rng)
    right = accuracy(net.forward(x[1000:]), y[1000:])
    print(f"{name:10} {gain}x {right:.2f}")
