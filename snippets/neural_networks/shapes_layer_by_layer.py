"""A forward pass is a loop, and the shapes tell whether it can work."""

from itertools import pairwise

import numpy as np

from lecture_code.activations import relu

sizes = [3, 4, 4, 2]
rng = np.random.default_rng(0)
weights = [rng.normal(size=(n_out, n_in)) for n_in, n_out in pairwise(sizes)]
biases = [np.zeros(n_out) for n_out in sizes[1:]]

h = rng.normal(size=(5, 3))  # a batch of 5 samples
print(f"h0 = x     {h.shape}")
for layer, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
    h = h @ W.T + b  # (n_samples, n_out)
    if layer < len(weights):
        h = relu(h)
    print(f"W{layer} {W.shape}  h{layer} {h.shape}")

n_parameters = sum(p.size for p in weights + biases)
print(f"{n_parameters} parameters")
