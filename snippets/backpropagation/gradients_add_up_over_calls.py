"""Leaves keep adding: without zero_grad the second gradient is too large."""

from lecture_code.computational_graph import Tensor

w = Tensor(3.0)
(w**2).backward()
print("first call:              ", w.grad)
(w**2).backward()
print("second call, not cleared:", w.grad)
w.zero_grad()
(w**2).backward()
print("third call, cleared:     ", w.grad)
