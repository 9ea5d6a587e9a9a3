"""The engine finds the gradients of f = (x + y) z by itself."""

from lecture_code.computational_graph import Tensor

x, y, z = Tensor(-2.0, "x"), Tensor(5.0, "y"), Tensor(-4.0, "z")
q = x + y
f = q * z
f.backward()

print("q =", q.value, "  f =", f.value)
print("df/dq =", q.grad)
print("df/dx =", x.grad, "  df/dy =", y.grad, "  df/dz =", z.grad)
