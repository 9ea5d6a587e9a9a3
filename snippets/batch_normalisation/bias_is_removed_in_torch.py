"""A bias before BatchNorm does nothing and learns nothing."""

import torch
from torch import nn

torch.manual_seed(0)
conv = nn.Conv2d(3, 8, 3, padding=1).double()
norm = nn.BatchNorm2d(8).double()
x = torch.randn(16, 3, 8, 8, dtype=torch.float64)

with torch.no_grad():
    before = norm(conv(x))
    conv.bias += 1000.0
    after = norm(conv(x))
print("same output:", torch.allclose(before, after))

blame = torch.randn(after.shape, dtype=torch.float64)
norm(conv(x)).backward(blame)
largest = conv.bias.grad.abs().max().item()
print("gradient on the bias is 0:", largest < 1e-8)
