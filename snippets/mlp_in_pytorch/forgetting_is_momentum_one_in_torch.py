"""With SGD, a forgotten zero_grad() is a momentum of 1."""

import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP

x = torch.linspace(-3, 3, 50)[:, None]


def trained(clear: bool, momentum: float) -> torch.Tensor:
    """Return all weights after 200 steps, (31,)."""
    torch.manual_seed(0)
    model = MLP()
    weights = list(model.parameters())
    sgd = torch.optim.SGD(weights, 0.1, momentum=momentum)
    for _ in range(200):
        if clear:
            sgd.zero_grad()
        mse_loss(model(x), torch.sin(x)).backward()
        sgd.step()
    return torch.cat([w.detach().ravel() for w in weights])


forgotten = trained(clear=False, momentum=0.0)
for momentum in (0.0, 0.9, 1.0):
    other = trained(clear=True, momentum=momentum)
    same = torch.equal(forgotten, other)
    print(f"momentum {momentum}: same weights {same}")
