"""Forward and backward ask for different weights, if n_in is not n_out."""

import numpy as np

n_in, n_out = 1024, 256
rng = np.random.default_rng(0)
x = rng.normal(size=(64, n_in))
d_y = rng.normal(size=(64, n_out))
print("Var w             forward  backward")
for name, variance in [
    ("1 / n_in", 1 / n_in),
    ("1 / n_out", 1 / n_out),
    ("2 / (n_in+n_out)", 2 / (n_in + n_out)),
]:
    W = rng.normal(scale=variance**0.5, size=(n_out, n_in))
    forward = (x @ W.T).var() / x.var()
    backward = (d_y @ W).var() / d_y.var()
    print(f"{name:17} {forward:7.1f} {backward:9.1f}")
