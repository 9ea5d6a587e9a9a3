"""No line splits XOR: ten thousand neurons, and none gets all four right."""

import numpy as np

from lecture_code.toy_data import xor_gate

x, y = xor_gate()  # (4, 2), (4,)
rng = np.random.default_rng(0)
weights = rng.normal(size=(2, 10_000))  # one neuron per column
biases = rng.normal(size=10_000)

fires = x @ weights + biases >= 0  # (4, 10000)
n_right = np.sum(fires == y[:, None], axis=0)  # (10000,)
for n in range(5):
    print(f"{n} of 4 right: {np.sum(n_right == n):5} neurons")
