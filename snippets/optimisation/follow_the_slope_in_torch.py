"""The same twenty steps, with the gradient left to PyTorch."""

import numpy as np
import torch

rng = np.random.default_rng(0)
x = torch.tensor(rng.uniform(0, 2, size=100))
y = 1.5 * x - 0.5 + torch.tensor(rng.normal(scale=0.5, size=100))

W = torch.tensor([-0.5, 1.5], dtype=torch.float64, requires_grad=True)
optimiser = torch.optim.SGD([W], lr=0.2)

for step in range(21):
    loss = torch.mean((W[0] * x + W[1] - y) ** 2)
    if step % 5 == 0:
        shown = W.detach().numpy().round(2)
        print(f"step {step:2}: W = {shown}, loss {loss.item():.3f}")
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
