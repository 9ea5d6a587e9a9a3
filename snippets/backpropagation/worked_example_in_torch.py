"""PyTorch finds the same gradients of f = (x + y) z."""

import torch

x = torch.tensor(-2.0, requires_grad=True)
y = torch.tensor(5.0, requires_grad=True)
z = torch.tensor(-4.0, requires_grad=True)
q = x + y
q.retain_grad()  # torch forgets the gradient of a result otherwise
f = q * z
f.backward()

print("q =", q.item(), "  f =", f.item())
print("df/dq =", q.grad.item())
print("df/dx =", x.grad.item(), "  df/dy =", y.grad.item(), end="   ")
print("df/dz =", z.grad.item())
