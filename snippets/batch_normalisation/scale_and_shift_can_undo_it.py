"""With the right gamma and beta, nothing has happened."""

import numpy as np

from lecture_code.batch_norm import BatchNorm1d

rng = np.random.default_rng(0)
x = 50 + 10 * rng.normal(size=(64, 3))
layer = BatchNorm1d(3)
layer.gamma[:] = np.sqrt(x.var(axis=0) + layer.eps)
layer.beta[:] = x.mean(axis=0)

back = layer.forward(x)
print("the input is back:", np.allclose(back, x))
