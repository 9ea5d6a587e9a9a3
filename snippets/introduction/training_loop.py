"""A network learns two moons: represent, loss, gradient, update."""

import numpy as np

from lecture_code.toy_data import two_moons

rng = np.random.default_rng(0)
x, y = two_moons(200, noise=0.1, rng=rng)
y = y[:, None]  # (200, 1), beside x (200, 2)
W1, b1 = rng.normal(size=(8, 2)), np.zeros(8)
W2, b2 = rng.normal(size=(1, 8)), np.zeros(1)
lr = 1.0

for step in range(1001):
    h = np.tanh(x @ W1.T + b1)  # represent: (200, 8)
    p = 1 / (1 + np.exp(-(h @ W2.T + b2)))  # predict: (200, 1)
    loss = -np.mean(np.log(np.where(y == 1, p, 1 - p)))
    if step in (0, 10, 100, 1000):
        correct = np.mean((p > 0.5) == y)
        print(f"step {step:4}: loss {loss:.3f}, correct {correct:6.1%}")

    d_loss_d_z = (p - y) / len(x)  # gradient: (200, 1)
    d_loss_d_a = d_loss_d_z @ W2 * (1 - h**2)  # (200, 8)

    W2 -= lr * d_loss_d_z.T @ h  # update: (1, 8)
    b2 -= lr * d_loss_d_z.sum(axis=0)
    W1 -= lr * d_loss_d_a.T @ x  # (8, 2)
    b1 -= lr * d_loss_d_a.sum(axis=0)
