"""Larger weights: the same loss, and a smaller gradient."""

import numpy as np

from lecture_code.activations import Activation
from lecture_code.batch_norm import BatchNorm1d
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.sequential import Sequential

rng = np.random.default_rng(0)
first = Linear(5, 8, rng)
layers = [first, BatchNorm1d(8), Activation("relu"), Linear(8, 3, rng)]
model = Sequential(layers)
x, y = rng.normal(size=(32, 5)), rng.integers(3, size=32)
start = first.weight.copy()

for c in (1, 10, 100):
    first.weight[:] = c * start
    logits = model.forward(x)
    model.backward(d_cross_entropy(logits, y))
    loss = cross_entropy(logits, y)
    size = np.linalg.norm(first.d_loss_d_weight)
    print(f"c = {c:3}: loss {loss:.3f}, gradient {size:.4f}")
