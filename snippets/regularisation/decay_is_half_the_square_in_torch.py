"""PyTorch's weight_decay=λ is the gradient of λ/2 Σ w²."""

import torch


def step(weight_decay, penalty):
    """Return the weights after one step of SGD."""
    w = torch.tensor([1.0, -2.0], requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.1, weight_decay=weight_decay)
    loss = w.sum() + penalty * (w**2).sum()
    loss.backward()
    optimiser.step()
    return [round(v, 3) for v in w.tolist()]


print("weight_decay=0.4 ", step(0.4, penalty=0))
print("0.4 / 2 * sum w² ", step(0, penalty=0.4 / 2))
print("0.4 * sum w²     ", step(0, penalty=0.4))
