"""The gradients of f = (x + y) max(y, z), forward and then backward."""

from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import maximum

x, y, z = Tensor(1.0), Tensor(2.0), Tensor(0.0)
f = (x + y) * maximum(y, z)
f.backward()

print("f     =", f.value)
print("df/dx =", x.grad)
print("df/dy =", y.grad, " (2 by the sum, 3 by the maximum)")
print("df/dz =", z.grad, " (the smaller input gets nothing)")
