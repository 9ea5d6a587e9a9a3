"""the_title.

The variances of independent draws add up, in a sum and in a difference.
"""

import numpy as np

rng = np.random.default_rng(0)
x, y = rng.random((2, 100_000))  # each (100_000,)
print(f"one draw    variance {x.var():.2f}")
print(f"sum         variance {(x + y).var():.2f}")
print(f"difference  variance {(x - y).var():.2f}")
