"""A value that is used twice receives the sum of both gradients."""

from lecture_code.computational_graph import Tensor

x, y = Tensor(3.0, "x"), Tensor(-1.0, "y")
q = x + y  # 2
f = q * x  # 6, and x is used a second time
f.backward()

print("df/dy, one path: ", y.grad)
print("df/dx, two paths:", x.grad)
