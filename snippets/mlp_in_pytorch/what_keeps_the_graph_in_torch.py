"""A number or a tensor: item(), detach() and no_grad()."""

import torch
from torch.nn.functional import mse_loss

from lecture_code.in_torch import MLP

model, x = MLP(), torch.linspace(-3, 3, 50)[:, None]
loss = mse_loss(model(x), torch.sin(x))
print(f"loss       remembers: {loss.grad_fn is not None}")
print(f"loss + 1   remembers: {(loss + 1).requires_grad}")
print(f"loss.item() is a {type(loss.item()).__name__}")
with torch.no_grad():
    quiet = model(x)
print(f"in no_grad remembers: {quiet.requires_grad}")
print(f"same numbers: {torch.equal(quiet, model(x))}")
try:
    model(x).numpy()
except RuntimeError as error:
    print(f"numpy(): {str(error)[:32]}…")
