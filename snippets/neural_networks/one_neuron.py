"""One neuron, its weights set by hand, computes AND."""

import numpy as np

weight = np.array([1.0, 1.0])  # (n_features,)
bias = -1.5

for x in np.array([[0, 0], [0, 1], [1, 0], [1, 1]]):
    z = weight @ x + bias
    print(f"x = {x}   w·x + b = {z:+.1f}   y = {z >= 0:d}")
