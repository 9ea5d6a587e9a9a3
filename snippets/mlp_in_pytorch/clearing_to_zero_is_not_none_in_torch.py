"""With momentum, a gradient of 0 and no gradient differ."""

import torch

for to_none in (True, False):
    w = torch.tensor([1.0], requires_grad=True)
    sgd = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    (w**2).sum().backward()
    sgd.step()  # builds up a velocity
    after_one = w.item()
    sgd.zero_grad(set_to_none=to_none)
    sgd.step()  # no backward in between
    print(f"set_to_none={to_none}: {after_one:.2f}, {w.item():.2f}")
