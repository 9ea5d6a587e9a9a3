"""The three optimisers of this page, as PyTorch has them."""

import torch

curvature = torch.tensor([1.0, 100.0])
makers = {
    "plain steps": lambda w: torch.optim.SGD(w, lr=0.0198),
    "momentum": lambda w: torch.optim.SGD(w, lr=0.033, momentum=0.67),
    "Adam": lambda w: torch.optim.Adam(w, lr=0.03),
}
for name, maker in makers.items():
    w = torch.tensor([1.0, 0.1], requires_grad=True)
    optimiser = maker([w])
    for _ in range(100):
        optimiser.zero_grad()
        loss = (curvature * w**2).sum() / 2
        loss.backward()
        optimiser.step()
    print(f"{name:11}  loss {loss.item():.1e}")
