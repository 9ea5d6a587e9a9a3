"""the_title.

A mean of four times as many draws strays half as far.
"""

import numpy as np

rng = np.random.default_rng(0)
for n_draws in (1, 4, 16, 64):
    means = rng.random((10_000, n_draws)).mean(axis=1)  # (10_000,)
    print(f"means of {n_draws:2}   standard deviation {means.std():.2f}")
