"""backward() adds to what is there; zero_grad() clears it."""

import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP

torch.manual_seed(0)
model = MLP()
optimizer = torch.optim.Adam(model.parameters())
x = torch.linspace(-3, 3, 50)[:, None]  # (50, 1)
bias = model.net[2].bias  # one number

print(f"before: {bias.grad}")
for k in (1, 2, 3):
    mse_loss(model(x), torch.sin(x)).backward()
    print(f"after backward() number {k}: {bias.grad.item():.3f}")
optimizer.zero_grad()
print(f"after zero_grad(): {bias.grad}")
