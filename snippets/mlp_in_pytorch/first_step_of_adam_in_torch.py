"""Adam's first step is the learning rate, up or down."""

import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP

x = torch.linspace(-3, 3, 50)[:, None]
for kind in (torch.optim.Adam, torch.optim.SGD):
    torch.manual_seed(0)
    model = MLP()
    optimizer = kind(model.parameters(), lr=0.01)
    before = model.net[2].weight.detach().clone()  # (1, 10)
    mse_loss(model(x), torch.sin(x)).backward()
    optimizer.step()
    steps = (model.net[2].weight - before)[0, :4]
    shown = " ".join(f"{step:+.4f}" for step in steps)
    print(f"{kind.__name__:4} {shown}")
