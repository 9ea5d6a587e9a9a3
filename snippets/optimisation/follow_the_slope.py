"""Twenty steps against the gradient take a line to its points."""

import numpy as np

rng = np.random.default_rng(0)
x = rng.uniform(0, 2, size=100)
y = 1.5 * x - 0.5 + rng.normal(scale=0.5, size=100)

W = np.array([-0.5, 1.5])  # slope and intercept, a bad start
eta = 0.2

for step in range(21):
    error = W[0] * x + W[1] - y  # (n_samples,)
    loss = np.mean(error**2)
    gradient = 2 * np.array([np.mean(error * x), np.mean(error)])
    if step % 5 == 0:
        print(f"step {step:2}: W = {W.round(2)}, loss {loss:.3f}")
    W -= eta * gradient
