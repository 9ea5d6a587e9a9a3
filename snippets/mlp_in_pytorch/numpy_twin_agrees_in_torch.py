"""The loop in PyTorch and the loop in NumPy take the same steps."""

import numpy as np
import torch

from lecture_code import in_torch
from lecture_code.adam import Adam
from lecture_code.losses import d_mean_squared_error
from lecture_code.mlp import MLP
from lecture_code.toy_data import noisy_sine

x, y = noisy_sine(100, 0.1, np.random.default_rng(0))
torch.manual_seed(0)
theirs = in_torch.MLP().double()
ours = MLP([1, 10, 1], "tanh", np.random.default_rng(0))
for w, p in zip(ours.parameters, theirs.parameters(), strict=True):
    w[...] = p.detach().numpy()  # start from the same weights

adam = torch.optim.Adam(theirs.parameters(), lr=0.01)
our_adam = Adam(ours.parameters, lr=0.01)
for epoch in range(200):
    adam.zero_grad()
    outputs = theirs(torch.tensor(x))
    loss = torch.nn.functional.mse_loss(outputs, torch.tensor(y))
    loss.backward()
    adam.step()

    ours.backward(d_mean_squared_error(ours.forward(x), y))
    our_adam.step(ours.gradients)
    if epoch in (0, 99, 199):
        same = all(
            np.allclose(w, p.detach(), rtol=1e-12, atol=1e-12)
            for w, p in zip(ours.parameters, theirs.parameters(), strict=True)
        )
        print(f"epoch {epoch:3}: same to 12 digits: {same}")
