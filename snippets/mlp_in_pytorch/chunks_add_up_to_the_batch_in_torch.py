"""Not clearing on purpose: four small batches act as a large one."""

import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP

torch.manual_seed(0)
model = MLP()
x = torch.linspace(-3, 3, 100)[:, None]
weight = model.net[0].weight

mse_loss(model(x), torch.sin(x)).backward()
at_once = weight.grad.clone()

model.zero_grad()
for part in x.split(25):
    loss = mse_loss(model(part), torch.sin(part)) / 4
    loss.backward()  # adds up
close = torch.allclose(weight.grad, at_once, atol=1e-6)
print(f"same gradient to 6 decimals: {close}")
