"""The same neuron in PyTorch: a linear layer and a loss."""

import torch
from sklearn.datasets import load_breast_cancer

x, y = map(torch.tensor, load_breast_cancer(return_X_y=True))
x = (x - x.mean(dim=0)) / x.std(dim=0, correction=0)

model = torch.nn.Linear(30, 1, dtype=torch.float64)
torch.nn.init.zeros_(model.weight)
torch.nn.init.zeros_(model.bias)
optimiser = torch.optim.SGD(  # the penalty spares the bias
    [
        {"params": [model.weight], "weight_decay": 1 / len(x)},
        {"params": [model.bias]},
    ],
    lr=0.5,
)
loss_of = torch.nn.BCEWithLogitsLoss()
for step in range(1001):
    loss = loss_of(model(x)[:, 0], y.double())
    if step in (0, 10, 100, 1000):
        penalty = (model.weight**2).sum() / (2 * len(x))
        print(f"step {step:4}: loss {loss + penalty:.4f}")
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
