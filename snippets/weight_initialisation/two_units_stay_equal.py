"""Wrong on purpose: units that start equal stay equal."""

import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(100, 3))  # (n_samples, n_inputs)
y = np.sin(x @ [1.0, -2.0, 0.5])

W = np.full((2, 3), 0.1)  # two hidden units
v = np.full(2, 0.1)  # one output
for _ in range(1000):
    h = np.tanh(x @ W.T)
    error = h @ v - y
    grad_w = 2 * (np.outer(error, v) * (1 - h**2)).T @ x / len(x)
    grad_v = 2 * error @ h / len(x)
    W, v = W - 0.1 * grad_w, v - 0.1 * grad_v

print("weights of both units, a row each")
print(W.round(3))
print("and how they are read", v.round(3))
