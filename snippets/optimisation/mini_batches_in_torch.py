"""Mini-batches in PyTorch: a loader deals the samples out."""

import torch
from torch.utils.data import DataLoader, TensorDataset

rng = torch.Generator().manual_seed(0)
x = 2 * torch.rand(100, 1, generator=rng)
y = 1.5 * x - 0.5 + 0.5 * torch.randn(100, 1, generator=rng)

data = TensorDataset(x, y)
loader = DataLoader(data, batch_size=10, shuffle=True, generator=rng)
model = torch.nn.Linear(1, 1)
optimiser = torch.optim.SGD(model.parameters(), lr=0.1)
torch.nn.init.constant_(model.weight, -0.5)
torch.nn.init.constant_(model.bias, 1.5)

for epoch in range(5):
    for x_batch, y_batch in loader:  # (batch_size, 1) each
        loss = torch.nn.functional.mse_loss(model(x_batch), y_batch)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    loss = torch.nn.functional.mse_loss(model(x), y)
    print(f"epoch {epoch + 1}: loss {loss.item():.3f}")
