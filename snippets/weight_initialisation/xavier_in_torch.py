"""PyTorch's Xavier is Glorot's; its default for a layer is neither."""

import numpy as np
import torch

from lecture_code.initialisers import glorot_normal

n_in, n_out = 1000, 250
torch.manual_seed(0)
layer = torch.nn.Linear(n_in, n_out)
default = layer.weight.var().item()
torch.nn.init.xavier_normal_(layer.weight)
theirs = layer.weight.var().item()
rng = np.random.default_rng(0)
ours = glorot_normal(n_in, n_out, rng).var()

print(f"default, times n_in:  {default * n_in:.2f}")
half = (n_in + n_out) / 2
print(f"xavier_normal_, times the mean: {theirs * half:.2f}")
print(f"glorot_normal,  times the mean: {ours * half:.2f}")
