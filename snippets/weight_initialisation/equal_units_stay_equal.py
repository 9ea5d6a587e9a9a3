"""Wrong on purpose: equal units learn equally, so one is all there is."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.initialisers import constant, xavier_normal, zeros
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.training import accuracy, train

pixels, y = load_digits(return_X_y=True)
x = pixels / 16  # (1797, 64)
for name, start in [
    ("zero", zeros),
    ("0.1", constant(0.1)),
    ("random", xavier_normal),
]:
    rng = np.random.default_rng(0)
    model = MLP([64, 32, 10], "tanh", rng, start)
    sgd = SGD(model.parameters, lr=0.3)
    train(
        model,
        cross_entropy,
        d_cross_entropy,
        sgd,
        x,
        y,
        n_epochs=20,
        batch_size=50,
        rng=rng,
    )
    W = model.parameters[0]  # (32, 64), a unit in each row
    n = len(np.unique(W.round(9), axis=0))
    right = accuracy(model.forward(x), y)
    print(f"{name:6} {n:2} different units, {right:.0%}")
