"""Eight convolutions and a large step, with and without BatchNorm."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy

data = load_digits()
x = torch.tensor(data.images[:, None] / 16).float()
y = torch.tensor(data.target)


def deep_cnn(normalised, n_in=1):
    """Return eight convolutions and a linear layer."""
    layers = []
    for k in range(8):
        bias = not normalised
        conv = nn.Conv2d(n_in, 16, 3, padding=1, bias=bias)
        nn.init.kaiming_normal_(conv.weight)
        norm = [nn.BatchNorm2d(16)] if normalised else []
        layers += [conv, *norm, nn.ReLU()]
        layers += [nn.MaxPool2d(2)] if k == 3 else []
        n_in = 16
    layers += [nn.Flatten(), nn.Linear(16 * 16, 10)]
    return nn.Sequential(*layers)


for normalised in (False, True):
    torch.manual_seed(0)
    model = deep_cnn(normalised)
    optimiser = torch.optim.SGD(model.parameters(), lr=0.2)
    for _ in range(4):  # epochs
        for batch in torch.randperm(640).split(64):
            optimiser.zero_grad()
            loss = cross_entropy(model(x[batch]), y[batch])
            loss.backward()
            optimiser.step()
    model.eval()
    right = model(x[640:]).argmax(1) == y[640:]
    share = right.float().mean().item()
    print(f"BatchNorm {normalised!s:5}: {share:.1f} right")
