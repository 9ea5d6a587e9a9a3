"""The loss turns every line through the same points into one number."""

import numpy as np

rng = np.random.default_rng(0)
x = rng.uniform(0, 2, size=(100, 1))  # (n_samples, 1)
y = 1.5 * x - 0.5 + rng.normal(scale=0.5, size=x.shape)

for slope, intercept in [(-0.5, 1.5), (0.5, 0.5), (1.5, -0.5)]:
    loss = np.mean((slope * x + intercept - y) ** 2)
    print(f"slope {slope:4}, intercept {intercept:4}: loss {loss:.2f}")
