"""The gradient of the whole batch adds up from chunks, weighted by size."""

import numpy as np

rng = np.random.default_rng(0)
x, y = rng.normal(size=(100, 3)), rng.normal(size=100)
W = rng.normal(size=3)

parts, sizes = [], []
for start in range(0, 100, 32):  # the last chunk is shorter
    x_part, y_part = x[start : start + 32], y[start : start + 32]
    sizes.append(len(y_part))
    parts.append(2 * x_part.T @ (x_part @ W - y_part) / len(y_part))

whole = 2 * x.T @ (x @ W - y) / len(y)
weighted = np.average(parts, axis=0, weights=sizes)
print("sizes of the chunks:", sizes)
print("weighted mean is the gradient:", np.allclose(weighted, whole))
print("plain mean is the gradient:   ", np.allclose(np.mean(parts, 0), whole))
