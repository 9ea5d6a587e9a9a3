"""WRONG: dropout without any scaling, and what comes of it."""

import numpy as np

rng = np.random.default_rng(0)
p, w = 0.5, rng.normal(size=100)
h = rng.uniform(size=100)

trained_on = [w @ (h * (rng.random(100) >= p)) for _ in range(10_000)]
print(f"sum in training, mean    {np.mean(trained_on):6.2f}")
print(f"sum in evaluation        {w @ h:6.2f}")
print(f"the same times (1 - p)   {(1 - p) * w @ h:6.2f}")
