"""In PyTorch a Maxout layer is a linear one, folded, and its maximum."""

import numpy as np
import torch

from lecture_code.maxout import Maxout

rng = np.random.default_rng(0)
ours = Maxout(3, 2, 4, rng)
x = rng.normal(size=(5, 3))

theirs = torch.nn.Linear(3, 4 * 2, dtype=torch.float64)
with torch.no_grad():
    theirs.weight[:] = torch.tensor(ours.weight.reshape(8, 3))
    theirs.bias[:] = torch.tensor(ours.bias.reshape(8))
pieces = theirs(torch.tensor(x)).unflatten(1, (4, 2))
output = pieces.amax(dim=1)  # (n_samples, n_out)

output.sum().backward()
ours_output = ours.forward(x)
ours.backward(np.ones((5, 2)))
print(np.allclose(ours_output, output.detach()))
print(np.allclose(ours.d_loss_d_weight.reshape(8, 3), theirs.weight.grad))
