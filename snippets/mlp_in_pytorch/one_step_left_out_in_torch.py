"""WRONG on purpose: each of the steps is left out in turn."""

import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP

x = torch.linspace(-3, 3, 50)[:, None]
STEPS = ("zero_grad", "forward", "loss", "backward", "step")


def train_without(left_out: str) -> str:
    """Train for 200 epochs, return the last loss or the error."""
    torch.manual_seed(0)
    model = MLP()
    adam = torch.optim.Adam(model.parameters(), lr=0.01)
    outputs = model(x)  # all that there is without a forward pass
    for _ in range(200):
        if left_out != "zero_grad":
            adam.zero_grad()
        if left_out != "forward":
            outputs = model(x)
        loss = outputs  # no single number
        if left_out != "loss":
            loss = mse_loss(outputs, torch.sin(x))
        if left_out != "backward":
            loss.backward()
        if left_out != "step":
            adam.step()
    return f"{mse_loss(model(x), torch.sin(x)).item():.2f}"


print(f"{'nothing':9} loss {train_without('')}")
for name in STEPS:
    try:
        print(f"{name:9} loss {train_without(name)}")
    except RuntimeError as error:
        print(f"{name:9} error: {str(error)[:24]}…")
