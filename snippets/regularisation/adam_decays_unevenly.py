"""In Adam's gradient, decay hardly reaches busy weights."""

import numpy as np

from lecture_code.adam import Adam, AdamW

for optimiser in (Adam, AdamW):
    for size in (0.1, 10):
        rng = np.random.default_rng(0)
        w = np.ones(100)
        adam = optimiser([w], lr=0.001, weight_decay=0.5)
        for _ in range(1000):
            adam.step([rng.normal(scale=size, size=100)])
        print(
            f"{optimiser.__name__:5} gradients of {size:4}: "
            f"{w.mean():.0%} left"
        )
