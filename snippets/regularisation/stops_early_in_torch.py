"""Weight decay by Adam, and early stopping, in PyTorch."""

import copy

import torch
from sklearn.datasets import load_digits
from torch import nn

torch.manual_seed(0)
data = load_digits()
order = torch.randperm(len(data.target))
x = torch.tensor(data.data / 16, dtype=torch.float32)[order]
y = torch.tensor(data.target)[order]
wrong = torch.rand(len(y)) < 0.2
y[wrong] = (y[wrong] + torch.randint(1, 10, (int(wrong.sum()),))) % 10
x_val, y_val = x[300:800], y[300:800]
x, y = x[:300], y[:300]

model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
optimiser = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=1e-3)
loss_of = nn.CrossEntropyLoss()
best_loss, patience, bad_epochs = float("inf"), 5, 0

for epoch in range(1, 101):
    model.train()
    for batch in torch.randperm(len(x)).split(32):
        optimiser.zero_grad()
        loss = loss_of(model(x[batch]), y[batch])
        loss.backward()
        optimiser.step()

    model.eval()
    with torch.no_grad():
        val_loss = loss_of(model(x_val), y_val).item()
    if val_loss < best_loss:
        best_loss, best_epoch, bad_epochs = val_loss, epoch, 0
        # a copy: state_dict() alone would go on changing
        best_state = copy.deepcopy(model.state_dict())
    else:
        bad_epochs += 1
    if bad_epochs == patience:
        break

model.load_state_dict(best_state)
print(f"stopped after epoch {epoch}: {val_loss:.2f}")
print(f"went back to epoch {best_epoch}: {best_loss:.2f}")
