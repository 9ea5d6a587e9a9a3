"""Each pixel of each image is a sample; channels are features."""

import numpy as np

from lecture_code.batch_norm import BatchNorm2d

rng = np.random.default_rng(0)
images = rng.normal(size=(8, 3, 5, 5))  # (N, C, H, W)
images[:, 1] = 100 + 7 * images[:, 1]  # a loud channel

layer = BatchNorm2d(3)
output = layer.forward(images)
axes = (0, 2, 3)  # all but the channels
print("shape", output.shape)
print("mean ", np.abs(output.mean(axis=axes)).round(4))
print("std  ", output.std(axis=axes).round(4))
print("gamma", layer.gamma.shape, "beta", layer.beta.shape)
