"""zero_grad() may stand anywhere but between backward and step.

z = zero_grad, f = forward and loss, b = backward, s = step
"""

from itertools import permutations

import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP

x = torch.linspace(-3, 3, 50)[:, None]


def train(order: tuple[str, ...]) -> str:
    """Repeat the four in this order; return the loss reached."""
    torch.manual_seed(0)
    model = MLP()
    adam = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(200):
        for action in order:
            if action == "z":
                adam.zero_grad()
            elif action == "f":
                loss = mse_loss(model(x), torch.sin(x))
            elif action == "b":
                loss.backward()
            else:
                adam.step()
    return f"{mse_loss(model(x), torch.sin(x)).item():.3f}"


orders: dict[str, list[str]] = {}
for order in permutations("zfbs"):
    if order.index("f") < order.index("b"):
        try:
            result = train(order)
        except RuntimeError:
            result = "error"
        orders.setdefault(result, []).append("".join(order))
for result, with_it in orders.items():
    print(f"{result}: {' '.join(with_it)}")
