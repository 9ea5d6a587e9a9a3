"""The variance of a long sum.

The inputs have the variance 1, the weights a standard deviation of `0.2`.
Which variance has a sum of a hundred products, about?
"""

# %% grade: predict
# %% section: #xavier-glorot-initialisation-2010

# %% listing
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(5_000, 100))
w = 0.2 * rng.normal(size=(5_000, 100))
z = np.sum(x * w, axis=1)  # 5 000 sums
print(z.var())

# %% answer: within 0.3
# Variances of independent terms add up: 100 · 1 · 0.2² = 4. To keep it at 1,
# the weights would need the variance 1/100.
round(z.var(), 1)

# %% hint
# One product has the variance $1 \cdot 0.2^2$.

# %% wrong
# That is the standard deviation of the sum; its variance is the square, 4.
2

# %% wrong
# That would be so with weights of the variance 0.2. The variance is the square
# of the standard deviation, 0.04.
100 * 0.2

# %% wrong
# That is the variance of one product. The sum has a hundred.
0.2**2
