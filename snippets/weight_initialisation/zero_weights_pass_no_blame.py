"""Wrong on purpose: from zero weights no weight receives a gradient."""

import numpy as np

from lecture_code.initialisers import zeros
from lecture_code.losses import d_cross_entropy
from lecture_code.mlp import MLP

rng = np.random.default_rng(0)
x = rng.normal(size=(50, 5))
y = np.arange(50) % 3
model = MLP([5, 4, 4, 3], "tanh", rng, zeros)
model.backward(d_cross_entropy(model.forward(x), y))

print("layer  on weights  on biases")
d_w, d_b = model.gradients[::2], model.gradients[1::2]
for layer, (w, b) in enumerate(zip(d_w, d_b, strict=True), 1):
    print(f"{layer:5} {abs(w).max():10.3f} {abs(b).max():10.3f}")
