"""Count the multiply-adds of a forward and of a backward pass."""

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

layers = [m for _ in range(10) for m in (nn.Linear(64, 64), nn.Tanh())]
network = nn.Sequential(*layers)
x = torch.zeros(32, 64)  # (n_samples, n_in)

with FlopCounterMode(display=False) as forward:
    loss = network(x).square().mean()
with FlopCounterMode(display=False) as backward:
    loss.backward()

once, back = (c.get_total_flops() // 2 for c in (forward, backward))
n_parameters = sum(p.numel() for p in network.parameters())
print(f"forward pass:  {once:14,}")
print(f"backward pass: {back:14,}")
print(f"differences:   {(n_parameters + 1) * once:14,}")
