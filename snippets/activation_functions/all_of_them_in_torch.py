"""Each activation has a twin in PyTorch."""

import numpy as np
import torch
from torch.nn import functional

from lecture_code.activations import ACTIVATIONS

z = np.linspace(-1000, 1000, 2001)
for name, twin in {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": functional.relu,
    "leaky_relu": functional.leaky_relu,
    "elu": functional.elu,
}.items():
    function, derivative = ACTIVATIONS[name]
    x = torch.tensor(z, requires_grad=True)
    y = twin(x)
    y.sum().backward()
    same = np.allclose(function(z), y.detach(), rtol=1e-12)
    slope = np.allclose(derivative(z), x.grad, rtol=1e-12)
    print(f"{name:10} value {same}, slope {slope}")
