"""Each layer's update, divided by the size of its weights."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.initialisers import kaiming_normal
from lecture_code.losses import d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD

pixels, y = load_digits(return_X_y=True)
x = (pixels - pixels.mean()) / pixels.std()  # (1797, 64)
for lr in (1e-4, 0.1, 10):
    rng = np.random.default_rng(0)
    model = MLP([64, 64, 64, 10], "relu", rng, kaiming_normal)
    before = [p.copy() for p in model.parameters]
    model.backward(d_cross_entropy(model.forward(x), y))
    SGD(model.parameters, lr).step(model.gradients)
    pairs = list(zip(model.parameters, before, strict=True))[::2]  # weights
    ratios = [np.linalg.norm(w - w0) / np.linalg.norm(w0) for w, w0 in pairs]
    print(f"step size {lr:6}: ", *(f"{ratio:.0e}" for ratio in ratios))
