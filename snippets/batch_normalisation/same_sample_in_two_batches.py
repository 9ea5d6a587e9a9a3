"""In training, what a sample becomes depends on its company."""

import numpy as np

from lecture_code.batch_norm import BatchNorm1d

rng = np.random.default_rng(0)
x = rng.normal(size=(1, 1))
for training in (True, False):
    layer = BatchNorm1d(1)
    layer.training = training
    outputs = []
    for _ in range(3):
        others = rng.normal(size=(15, 1))
        batch = np.concatenate([x, others])
        outputs.append(layer.forward(batch)[0, 0])
    print(f"training {training!s:5}:", np.round(outputs, 2))
