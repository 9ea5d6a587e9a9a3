"""WRONG on purpose: without zero_grad() the loss comes back."""

import numpy as np
import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP
from lecture_code.toy_data import noisy_sine

data = noisy_sine(100, noise=0.1, rng=np.random.default_rng(0))
x, targets = (torch.tensor(d).float() for d in data)


def losses(clear: bool) -> list[float]:
    """Train with or without the first step."""
    torch.manual_seed(0)
    model = MLP()
    adam = torch.optim.Adam(model.parameters(), lr=0.01)
    found = []
    for _ in range(200):
        if clear:
            adam.zero_grad()
        loss = mse_loss(model(x), targets)
        loss.backward()
        adam.step()
        found.append(loss.item())
    return found


right, wrong = losses(clear=True), losses(clear=False)
print("epoch  right  WRONG")
for epoch in (0, 10, 20, 50, 100, 150, 199):
    print(f"{epoch:5}  {right[epoch]:5.2f}  {wrong[epoch]:5.2f}")
