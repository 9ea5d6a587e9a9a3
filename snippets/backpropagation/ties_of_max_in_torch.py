"""PyTorch answers a tie in three ways, depending on which max is asked."""

import torch

for name, function in {
    "torch.maximum": lambda v: torch.maximum(v[0], v[1]),
    "torch.amax": lambda v: torch.amax(v, dim=0),
    "torch.max, dim=0": lambda v: torch.max(v, dim=0).values,
    "torch.relu, at 0": lambda v: torch.relu(v - 3.0).sum(),
}.items():
    v = torch.tensor([3.0, 3.0], requires_grad=True)
    function(v).backward()
    print(f"{name + ':':17}", v.grad.tolist())
