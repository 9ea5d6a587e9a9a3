"""The block of a convolutional network, shape by shape."""

import torch
from torch import nn

torch.manual_seed(0)
block = nn.Sequential(
    nn.Conv2d(3, 64, 3, padding=1, bias=False),
    nn.BatchNorm2d(64),
    nn.ReLU(inplace=True),
    nn.MaxPool2d(2),
)

x = torch.randn(16, 3, 32, 32)  # (N, C, H, W)
print(f"{'input':12}", tuple(x.shape))
for layer in block:
    x = layer(x)
    print(f"{type(layer).__name__:12}", tuple(x.shape))
print("weights", block[0].weight.numel())
print("gamma and beta", 2 * block[1].weight.numel())
