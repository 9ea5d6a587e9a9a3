"""The surer a wrong answer, the less the squared error objects."""

import numpy as np

print("          loss          gradient")
print("logit  MSE    CE      MSE       CE")
for z in (2.0, 0.0, -2.0, -5.0, -10.0):
    p = 1 / (1 + np.exp(-z))  # of a class that is the right one
    squared, entropy = (p - 1) ** 2, -np.log(p)
    d_squared, d_entropy = 2 * (p - 1) * p * (1 - p), p - 1
    print(f"{z:5.0f} {squared:5.2f} {entropy:5.2f}", end="")
    print(f"  {d_squared:9.6f} {d_entropy:5.2f}")
