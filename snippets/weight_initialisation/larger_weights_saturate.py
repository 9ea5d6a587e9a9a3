"""Six tanh layers of larger weights: many units are stuck near 1 or -1."""

import numpy as np

from lecture_code import plot

rng = np.random.default_rng(0)
D = 4096
h, layers = rng.normal(size=(16, D)), {}
print("layer   std  |h| > 0.99  slope < 0.1")
for layer in range(1, 7):
    W = rng.standard_normal((D, D), dtype=np.float32)
    layers[f"layer {layer}"] = h = np.tanh(h @ (0.05 * W).T)  # (16, 4096)
    stuck = np.mean(np.abs(h) > 0.99)
    flat = np.mean(1 - h**2 < 0.1)  # tanh' = 1 - tanh²
    print(f"{layer:5}  {h.std():.2f} {stuck:11.0%} {flat:12.0%}")
plot.histogram(layers, x_label="h")
