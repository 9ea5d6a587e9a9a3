"""nn.Linear starts uniform within ±1/√n_in, its bias too."""

import math

import torch
from torch import nn

torch.manual_seed(0)
print("n_in  bound  largest    std  Xavier  Kaiming")
for n_in in (1, 10, 100, 1000):
    layer = nn.Linear(n_in, 1000)
    w, bound = layer.weight.detach(), 1 / math.sqrt(n_in)
    print(
        f"{n_in:4}  {bound:.3f}    {w.abs().max():.3f}"
        f"  {w.std():.3f}   {bound:.3f}"
        f"    {math.sqrt(2) * bound:.3f}"
    )
print(f"largest bias of the last: {layer.bias.max():.3f}")
