"""The slope below 0 is learned like any other weight."""

import numpy as np
import torch

z = np.random.default_rng(0).normal(size=(100, 1))
x = torch.tensor(z)
target = torch.where(x > 0, x, -0.5 * x)  # wants alpha = -0.5

layer = torch.nn.PReLU(dtype=torch.float64)
sgd = torch.optim.SGD(layer.parameters(), lr=0.5)
for step in range(13):
    if step % 3 == 0:
        print(f"step {step:2d}: alpha = {layer.weight.item():+.3f}")
    sgd.zero_grad()
    loss = torch.nn.functional.mse_loss(layer(x), target)
    loss.backward()
    sgd.step()
