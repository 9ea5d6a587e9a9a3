"""The running mean walks a tenth of the way in each batch."""

import numpy as np

from lecture_code import plot
from lecture_code.batch_norm import BatchNorm1d

rng = np.random.default_rng(0)
layer = BatchNorm1d(1)  # momentum 0.1
means, variances = [], []
for n_batches in range(1, 101):
    layer.forward(5 + 2 * rng.normal(size=(32, 1)))
    means.append(layer.running_mean[0])
    variances.append(layer.running_var[0])
    if n_batches in (1, 2, 10, 44, 100):
        print(f"{n_batches:3}: mean {means[-1]:.1f}, var {variances[-1]:.1f}")
plot.curves({"mean": means, "variance": variances}, x_label="batches")
