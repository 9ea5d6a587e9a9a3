"""Twenty ReLU layers, one step size: the factor 2 decides what is learned."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.initialisers import kaiming_normal, normal, xavier_normal
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.training import train

pixels, y = load_digits(return_X_y=True)
x = (pixels - pixels.mean()) / pixels.std()  # (1797, 64)
for name, start in [
    ("0.01", normal(0.01)),
    ("Xavier", xavier_normal),
    ("Kaiming", kaiming_normal),
]:
    rng = np.random.default_rng(0)
    model = MLP([64] * 21 + [10], "relu", rng, start)
    for lr, n_epochs in ((0.02, 16), (0.002, 4)):
        losses = train(
            model,
            cross_entropy,
            d_cross_entropy,
            SGD(model.parameters, lr),
            x,
            y,
            n_epochs,
            batch_size=50,
            rng=rng,
        )
    print(f"{name:7} loss {losses[-1]:.1f}")
