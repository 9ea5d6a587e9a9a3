"""Centred and scaled inputs give a round bowl and allow larger steps."""

import numpy as np

rng = np.random.default_rng(0)
x = rng.uniform(0, 2, size=100)
centred = x - x.mean()

print("inputs    2/lambda_max  condition")
for name, inputs in [
    ("as drawn", x),
    ("centred", centred),
    ("scaled", centred / x.std()),
]:
    X = np.column_stack([inputs, np.ones(100)])  # (n_samples, 2)
    smallest, largest = np.linalg.eigvalsh(2 * X.T @ X / 100)
    print(f"{name:8}  {2 / largest:12.2f}  {largest / smallest:9.1f}")
