"""Batch norm goes down the columns, layer norm along the rows."""

import numpy as np

x = np.array([[1.0, 2.0, 6.0], [10.0, 20.0, 60.0]])  # (n_samples, n_features)
for name, axis in (("batch", 0), ("layer", 1)):
    mean, std = (f(x, axis=axis, keepdims=True) for f in (np.mean, np.std))
    print(name, "normalisation, mean of shape", mean.shape)
    print(((x - mean) / std).round(2))
