"""An MLP learns a curve: the network, the set-up, the five steps."""

import numpy as np
import torch
from torch import Tensor, nn

from lecture_code.toy_data import noisy_sine

data = noisy_sine(100, noise=0.1, rng=np.random.default_rng(0))
x, targets = (torch.tensor(d).float() for d in data)  # (100, 1)


class MLP(nn.Module):
    """One hidden layer of 10 tanh units."""

    def __init__(self, n_inputs: int = 1) -> None:
        super().__init__()  # makes room for the parameters
        self.net = nn.Sequential(
            nn.Linear(n_inputs, 10), nn.Tanh(), nn.Linear(10, 1)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Return the prediction, (n_samples, 1)."""
        return self.net(x)


torch.manual_seed(0)  # the weights are drawn next
model = MLP()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
criterion = nn.MSELoss()

model.train()
for epoch in range(200):
    optimizer.zero_grad()  # 1. clear the old gradients
    outputs = model(x)  # 2. forward pass: (100, 1)
    loss = criterion(outputs, targets)  # 3. loss: ()
    loss.backward()  # 4. backward pass
    optimizer.step()  # 5. update
    if epoch in (0, 20, 50, 199):
        print(f"epoch {epoch:3}: loss {loss.item():.3f}")
