"""A unit that outputs 5, with a dropout rate of 0.2, both ways."""

import numpy as np

h, p = 5.0, 0.2
kept = np.random.default_rng(0).random(100_000) >= p
inverted = kept * h / (1 - p)
classical = kept * h
print(f"inverted:  a kept unit sends {h / (1 - p)}")
print(f"  mean in training {inverted.mean():.2f}, at test {h:.2f}")
print(f"classical: a kept unit sends {h}")
print(f"  mean in training {classical.mean():.2f}, at test {(1 - p) * h:.2f}")
