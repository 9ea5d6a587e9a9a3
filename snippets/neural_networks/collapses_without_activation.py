"""Without an activation three layers are one, and not even a good one."""

import numpy as np

from lecture_code.activations import relu

rng = np.random.default_rng(0)
x = rng.normal(size=(500, 10))
W1 = rng.normal(size=(16, 10)) / 4
W2 = rng.normal(size=(3, 16)) / 4
W3 = rng.normal(size=(8, 3)) / 4

W = W3 @ W2 @ W1  # (8, 10), the one layer that they are
linear = x @ W1.T @ W2.T @ W3.T  # (500, 8)
print("same outputs:", np.allclose(linear, x @ W.T, rtol=0, atol=1e-14))
print("rank of W:   ", np.linalg.matrix_rank(W), "of at most", min(W.shape))

bent = relu(relu(x @ W1.T) @ W2.T) @ W3.T  # (500, 8)
inputs = np.column_stack([x, np.ones(500)])  # for a bias
best = inputs @ np.linalg.lstsq(inputs, bent, rcond=None)[0]
left = np.sum((bent - best) ** 2) / np.sum((bent - bent.mean(axis=0)) ** 2)
print(f"with ReLU, {left:.0%} of the variance is not linear")
