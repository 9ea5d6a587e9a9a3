"""The same loop in PyTorch, which works out the gradients itself."""

import numpy as np
import torch

from lecture_code.toy_data import two_moons

rng = np.random.default_rng(0)
x, y = map(torch.tensor, two_moons(200, noise=0.1, rng=rng))
y = y[:, None].double()  # (200, 1), beside x (200, 2)
W1, b1 = torch.tensor(rng.normal(size=(8, 2))), torch.zeros(8).double()
W2, b2 = torch.tensor(rng.normal(size=(1, 8))), torch.zeros(1).double()
weights = [w.requires_grad_() for w in (W1, b1, W2, b2)]
optimiser = torch.optim.SGD(weights, lr=1.0)

for step in range(1001):
    h = torch.tanh(x @ W1.T + b1)  # represent: (200, 8)
    p = torch.sigmoid(h @ W2.T + b2)  # predict: (200, 1)
    loss = torch.nn.functional.binary_cross_entropy(p, y)
    if step in (0, 10, 100, 1000):
        correct = ((p > 0.5) == y).double().mean()
        print(f"step {step:4}: loss {loss:.3f}, correct {correct:6.1%}")

    optimiser.zero_grad()
    loss.backward()  # gradient

    optimiser.step()  # update
