"""What share of units a bias brings to life before training."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.initialisers import kaiming_normal
from lecture_code.linear import Linear

images, _ = load_digits(return_X_y=True)
x = images / 16  # (1797, 64), from 0 to 1
layer = Linear(64, 2000, np.random.default_rng(0), kaiming_normal)

print("bias  dead at the start")
for bias in (0.0, 0.01, 0.1, 1.0):
    layer.bias[:] = bias
    dead = ~(layer.forward(x) > 0).any(axis=0)
    print(f"{bias:4.2f} {np.mean(dead):9.1%}")
