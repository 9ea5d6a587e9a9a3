"""Six tanh layers of small weights: each passes on less than it got."""

import numpy as np

from lecture_code import plot

rng = np.random.default_rng(0)
D = 4096
h, layers = rng.normal(size=(16, D)), {}
print("layer  mean    std")
for layer in range(1, 7):
    W = rng.standard_normal((D, D), dtype=np.float32)
    layers[f"layer {layer}"] = h = np.tanh(h @ (0.01 * W).T)  # (16, 4096)
    print(f"{layer:5}  {abs(h.mean()):.2f}  {h.std():.3f}")
plot.histogram(layers, x_label="h")
