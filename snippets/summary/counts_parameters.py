"""Each layer has (inputs + 1) times outputs numbers to learn."""

from itertools import pairwise

import numpy as np

from lecture_code.mlp import MLP

sizes = [784, 128, 64, 10]
total = 0
for n_in, n_out in pairwise(sizes):
    n = (n_in + 1) * n_out
    total += n
    print(f"{n_in:4d} -> {n_out:3d}  {n:7d}")
print(f"by hand      {total:7d}")
net = MLP(sizes, "relu", np.random.default_rng(0))
print(f"by the code  {net.n_parameters:7d}")
