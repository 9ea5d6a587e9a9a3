"""A convolution adds up k² C_in products, so that is its fan-in."""

import torch
from torch.nn.functional import conv2d

from lecture_code.initialisers import fan_in

torch.manual_seed(1)
shape = (1024, 32, 3, 3)  # c_out, c_in, k, k
print("fan-in:", fan_in(shape))
x = torch.randn(64, 32, 8, 8).relu()
for name, n in [("k² C_in", fan_in(shape)), ("C_in (wrong)", shape[1])]:
    W = torch.randn(shape) * (2 / n) ** 0.5
    h = conv2d(x, W).relu()  # (64, 1024, 6, 6)
    ratio = h.square().mean() / x.square().mean()
    print(f"{name:13} mean square times {ratio:.1f}")
