"""On the same budget, random search falls behind as weights are added."""

import numpy as np

from lecture_code.optimisers import gradient_descent, random_search

rng = np.random.default_rng(0)


def shares_left(n_weights):
    """Fit a linear model both ways; return the shares of the loss left."""
    x = rng.normal(size=(4 * n_weights, n_weights))  # (n_samples, n_weights)
    y = x @ rng.normal(size=n_weights)
    start = np.zeros(n_weights)

    def loss(w):
        return np.mean((x @ w - y) ** 2)

    def gradient(w):
        return 2 * x.T @ (x @ w - y) / len(y)

    tried = random_search(loss, start, 300, scale=0.1, rng=rng)
    followed = gradient_descent(gradient, start, lr=0.2, n_steps=100)
    return [loss(path[-1]) / loss(start) for path in (tried, followed)]


print("weights  random search  gradient descent")
for n_weights in (2, 16, 256):
    by_chance, by_slope = shares_left(n_weights)
    print(f"{n_weights:7}  {by_chance:13.0e}  {by_slope:16.0e}")
