"""A batch of one: refused in training, fine in evaluation."""

import numpy as np

from lecture_code.batch_norm import BatchNorm1d

rng = np.random.default_rng(0)
layer = BatchNorm1d(3)
for _ in range(100):
    layer.forward(5 + 2 * rng.normal(size=(32, 3)))

one = np.array([[5.0, 7.0, 3.0]])
try:
    layer.forward(one)
except ValueError:
    print("in training: no variance, refused")

layer.training = False
first, second = layer.forward(one), layer.forward(one)
print("in evaluation:", first.round(1)[0])
print("the same twice:", np.array_equal(first, second))
