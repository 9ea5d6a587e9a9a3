"""Over many masks, a unit says as much as in evaluation."""

import numpy as np

from lecture_code.dropout import ClassicalDropout, Dropout

h = np.tile([1.0, 2.0, 3.0], (100_000, 1))

for variant in (ClassicalDropout, Dropout):
    layer = variant(0.5, np.random.default_rng(0))
    dropped = layer.forward(h)
    layer.training = False
    print(variant.__name__)
    print("  one mask  ", dropped[0])
    print("  mean      ", dropped.mean(axis=0).round(2))
    print("  evaluation", layer.forward(h)[0])
