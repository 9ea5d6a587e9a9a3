"""Variances of independent numbers add up, so a mean of 16 varies less."""

import numpy as np

x = np.array([2.0, 4.0, 4.0, 6.0])
print("mean", x.mean(), "variance", x.var(), f"deviation {x.std():.2f}")

rng = np.random.default_rng(0)
draws = rng.normal(size=(100_000, 16))  # mean 0, variance 1
print(f"variance of a sum of 16:  {draws.sum(axis=1).var():.1f}")
print(f"variance of a mean of 16: {draws.mean(axis=1).var():.2f}, about 1/16")
