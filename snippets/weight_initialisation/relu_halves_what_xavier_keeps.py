"""A ReLU halves the mean square; Kaiming's weights double it again."""

import numpy as np

from lecture_code.activations import relu
from lecture_code.initialisers import kaiming_normal, xavier_normal

rng = np.random.default_rng(0)
D = 1024
x = rng.normal(size=(64, D))
print("layer      0    1    2    3    4    5    6")
for name, start in [("Xavier", xavier_normal), ("Kaiming", kaiming_normal)]:
    h, sizes = x, [np.mean(x**2)]
    for _ in range(6):
        h = relu(h @ start(D, D, rng).T)  # (64, 1024)
        sizes.append(np.mean(h**2))
    print(f"{name:7}", *(f"{size:4.2f}" for size in sizes))
