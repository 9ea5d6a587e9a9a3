"""Torch draws float32, NumPy makes float64, and they do not mix."""

import numpy as np
import torch

from lecture_code.in_torch import MLP

model = MLP()
x = torch.tensor(np.linspace(-3, 3, 5)[:, None])
print(f"weights {model.net[0].weight.dtype}")
print(f"x       {x.dtype}")
try:
    model(x)
except RuntimeError as error:
    print(str(error).replace(", but", ",\nbut"))
print(f"x.float():      {model(x.float()).dtype}")
print(f"model.double(): {model.double()(x).dtype}")
