"""Three batches of training and a last one: as in PyTorch."""

import numpy as np
import torch

from lecture_code.batch_norm import BatchNorm1d

rng = np.random.default_rng(0)
ours = BatchNorm1d(4)
theirs = torch.nn.BatchNorm1d(4, dtype=torch.float64)

for training in (True, True, True, False):
    ours.training = training
    theirs.train(training)
    x = 5 + 3 * rng.normal(size=(8, 4))
    blame = rng.normal(size=(8, 4))
    leaf = torch.tensor(x, requires_grad=True)
    output = theirs(leaf)
    output.backward(torch.tensor(blame))
    pairs = [
        (ours.forward(x), output.detach()),
        (ours.backward(blame), leaf.grad),
        (ours.running_mean, theirs.running_mean),
        (ours.running_var, theirs.running_var),
    ]
    agree = all(np.allclose(a, b, rtol=1e-10) for a, b in pairs)
    print(f"training {training!s:5}: agree {agree}")
