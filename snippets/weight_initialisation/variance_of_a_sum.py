"""The variance of a sum of n products is n Var x Var w."""

import numpy as np

rng = np.random.default_rng(0)
n_sums = 20_000
print("  n  Var w   sampled  n Var x Var w")
for n in (1, 16, 256):
    for var_w in (0.01, 1 / n):
        x = rng.normal(size=(n_sums, n))  # Var x = 1
        w = rng.normal(scale=var_w**0.5, size=(n_sums, n))
        y = np.sum(w * x, axis=1)  # (20000,)
        rule = n * var_w
        print(f"{n:3}  {var_w:.3f} {y.var():9.2f} {rule:9.2f}")
