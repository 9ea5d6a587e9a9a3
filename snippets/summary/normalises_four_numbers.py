"""BatchNorm of four numbers, step by step (without the tiny ε)."""

import numpy as np

x = np.array([2.0, 4.0, 6.0, 8.0])
gamma, beta = 2.0, 1.0

mean, variance = x.mean(), x.var()
x_hat = (x - mean) / np.sqrt(variance)
print("mean, variance:", mean, variance)
print("normalised:    ", x_hat.round(3))
print("output:        ", (gamma * x_hat + beta).round(3))
print("torch keeps the variance", x.var(ddof=1).round(3))
