"""On a whole network, our gradients and PyTorch's are the same."""

import numpy as np
import torch
from torch.nn.functional import cross_entropy, linear

from lecture_code.gradient_check import relative_error
from lecture_code.losses import d_cross_entropy
from lecture_code.mlp import MLP

rng = np.random.default_rng(0)
x, classes = rng.normal(size=(32, 5)), rng.integers(3, size=32)

ours = MLP([5, 16, 16, 3], "tanh", rng)
ours.backward(d_cross_entropy(ours.forward(x), classes))

theirs = [torch.tensor(p, requires_grad=True) for p in ours.parameters]
h = torch.tensor(x)
for k in (0, 2):
    h = torch.tanh(linear(h, *theirs[k : k + 2]))
cross_entropy(linear(h, *theirs[4:]), torch.tensor(classes)).backward()

for g, p in zip(ours.gradients, theirs, strict=True):
    equal = relative_error(g, p.grad.numpy()) < 1e-12
    print(f"{g.shape!s:8} equal to 12 digits: {equal}")
