"""WRONG on purpose: targets (n,) beside outputs (n, 1)."""

import warnings

import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP

torch.manual_seed(0)
x = torch.linspace(-3, 3, 50)[:, None]  # (50, 1)
row = 1 + torch.sin(x[:, 0])  # (50,): WRONG
model = MLP()
print(f"differences: {tuple((model(x) - row).shape)}")

adam = torch.optim.Adam(model.parameters(), lr=0.05)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for _ in range(200):
        adam.zero_grad()
        mse_loss(model(x), row).backward()
        adam.step()
print(f"warnings: {len(caught)}, errors: 0")

with torch.no_grad():
    print(f"true range:  {row.min():.2f} to {row.max():.2f}")
    low, high = model(x).min(), model(x).max()
    print(f"predictions: {low:.2f} to {high:.2f}")
