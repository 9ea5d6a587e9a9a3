"""Large steps kill ReLU units, and a bias of 0.01 does not save them."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.initialisers import kaiming_normal
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.training import train

images, classes = load_digits(return_X_y=True)
x = images / 16  # (1797, 64), from 0 to 1


def n_dead(lr, bias, seed):
    """Count the hidden units that no digit makes fire, after training."""
    rng = np.random.default_rng(seed)
    net = MLP([64, 64, 10], "relu", rng, kaiming_normal)
    net.layers[0].bias[:] = bias
    sgd = SGD(net.parameters, lr)
    loss = cross_entropy, d_cross_entropy
    train(net, *loss, sgd, x, classes, 5, 32, rng)
    fires = net.hidden(x)[0] > 0  # (1797, 64)
    return int(np.sum(~fires.any(axis=0)))


print("step  bias  dead of 64, four networks")
for lr in (0.125, 1.0):
    for bias in (0.0, 0.01):
        dead = [n_dead(lr, bias, seed) for seed in range(4)]
        print(f"{lr:5.3f} {bias:4.2f} ", dead)
