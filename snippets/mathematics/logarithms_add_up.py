"""A product of many probabilities is lost; the sum of their logs is not."""

import numpy as np

p = np.full(400, 0.1)
print("product:", np.prod(p))
print(f"sum of logs: {np.sum(np.log(p)):.1f}")

for k in (2, 10):
    print(f"guessing among {k:2} classes costs {-np.log(1 / k):.2f}")

z = np.array([1.0, 2.0, 4.0])
print("probabilities:", (np.exp(z) / np.exp(z).sum()).round(2))
