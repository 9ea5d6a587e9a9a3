"""Mini-batches: look at ten samples, make an update."""

import numpy as np

rng = np.random.default_rng(0)
x = np.column_stack([rng.uniform(0, 2, size=100), np.ones(100)])
y = x @ [1.5, -0.5] + rng.normal(scale=0.5, size=100)
W, eta = np.array([-0.5, 1.5]), 0.1

for epoch in range(1, 6):
    for B in rng.permutation(100).reshape(10, 10):  # (n_batches, batch_size)
        gradient = 2 * x[B].T @ (x[B] @ W - y[B]) / 10
        W -= eta * gradient
    loss = np.mean((x @ W - y) ** 2)
    print(f"epoch {epoch}: {10 * epoch:3} updates, loss {loss:.3f}")
