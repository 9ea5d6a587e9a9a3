"""The same 0.05 is small in a narrow layer and large in a wide one."""

import numpy as np

rng = np.random.default_rng(0)
print("    D    s  std of h6  saturated")
for D in (64, 400, 2500):
    h = rng.normal(size=(16, D))
    for _ in range(6):
        W = 0.05 * rng.normal(size=(D, D))
        h = np.tanh(h @ W.T)  # (16, D)
    stuck = np.mean(np.abs(h) > 0.99)
    scale = 0.05 * D**0.5
    print(f"{D:5}  {scale:.1f} {h.std():10.3f} {stuck:10.0%}")
