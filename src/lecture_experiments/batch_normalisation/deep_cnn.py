"""A deep convolutional network that reads digits, normalised or not."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from lecture_code.batch_norm import BatchNorm2d
from lecture_code.gradient_check import relative_error
from lecture_code.training import minibatches
from lecture_experiments.real_data import digits, split

N_CONVOLUTIONS, N_CHANNELS, LR, N_EPOCHS = 8, 16, 0.2, 4


def deep_cnn(normalised: bool) -> nn.Sequential:
    """Return eight convolutions, one pooling in their midst, ten outputs."""
    layers: list[nn.Module] = []
    n_in = 1
    for k in range(N_CONVOLUTIONS):
        conv = nn.Conv2d(n_in, N_CHANNELS, 3, padding=1, bias=not normalised)
        nn.init.kaiming_normal_(conv.weight)
        layers.append(conv)
        if normalised:
            layers.append(nn.BatchNorm2d(N_CHANNELS))
        layers.append(nn.ReLU())
        if k == N_CONVOLUTIONS // 2 - 1:
            layers.append(nn.MaxPool2d(2))
        n_in = N_CHANNELS
    layers += [nn.Flatten(), nn.Linear(N_CHANNELS * 16, 10)]
    return nn.Sequential(*layers)


def accuracy_of_deep_cnn(normalised: bool, seed: int) -> float:
    """Train with the step size 0.2, and return the test accuracy."""
    torch.set_num_threads(1)
    rng = np.random.default_rng(seed)
    data = split(digits(), 640, rng)
    x, x_test = (
        torch.tensor(p.reshape(-1, 1, 8, 8), dtype=torch.float32)
        for p in (data.x_train, data.x_test)
    )
    y = torch.tensor(data.y_train)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = deep_cnn(normalised)
    optimiser = torch.optim.SGD(model.parameters(), LR)
    for _ in range(N_EPOCHS):
        for batch in minibatches(len(x), 64, rng):
            optimiser.zero_grad()
            loss = functional.cross_entropy(model(x[batch]), y[batch])
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    model.eval()
    predicted = model(x_test).argmax(1).numpy()
    return float(np.mean(predicted == data.y_test))


def error_of_block(seed: int) -> float:
    """Return the relative error of our layer after a convolution of torch.

    The largest of output, running mean and running variance.
    """
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        conv = nn.Conv2d(3, 64, 3, padding=1, bias=False).double()
        images = torch.randn(4, 3, 8, 8, dtype=torch.float64)
    theirs, ours = nn.BatchNorm2d(64).double(), BatchNorm2d(64)
    maps = conv(images).detach()
    pairs = [
        (ours.forward(maps.numpy()), theirs(maps).detach()),
        (ours.running_mean, theirs.running_mean),
        (ours.running_var, theirs.running_var),
    ]
    return max(relative_error(a, np.asarray(b)) for a, b in pairs)
