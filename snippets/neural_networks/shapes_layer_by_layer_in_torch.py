"""The same network in PyTorch: the same shapes, the same count."""

import torch
from torch import nn

network = nn.Sequential(
    nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 2)
)

h = torch.randn(5, 3)  # a batch of 5 samples
print(f"x       {tuple(h.shape)}")
for layer in network:
    h = layer(h)
    print(f"{type(layer).__name__:7} {tuple(h.shape)}")

n_parameters = sum(p.numel() for p in network.parameters())
print(f"{n_parameters} parameters")
