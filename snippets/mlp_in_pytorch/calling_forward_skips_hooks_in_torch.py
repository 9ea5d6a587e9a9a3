"""model(x) runs the hooks, model.forward(x) passes them by."""

import torch

from lecture_code.in_torch import MLP

model, x = MLP(), torch.zeros(5, 1)
seen = []
model.register_forward_hook(lambda *call: seen.append(call))

called = model(x)
print(f"after model(x):         {len(seen)} hook ran")
direct = model.forward(x)
print(f"after model.forward(x): {len(seen)} hook ran")
print(f"same output: {torch.equal(called, direct)}")
