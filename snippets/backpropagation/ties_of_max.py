"""At a tie, max halves the gradient, and so do central differences."""

from lecture_code.computational_graph import Tensor
from lecture_code.gradient_check import central_difference
from lecture_code.tensor_functions import maximum, relu

a, b, zero = Tensor(3.0), Tensor(3.0), Tensor(0.0)
maximum(a, b).backward()
relu(zero).backward()
slope_of_max = central_difference(lambda v: max(v, 3.0), 3.0)
slope_of_relu = central_difference(lambda v: max(v, 0.0), 0.0)

print(f"max:  a {a.grad}, b {b.grad}, differences {slope_of_max:.1f}")
print(f"relu: x {zero.grad},        differences {slope_of_relu:.1f}")
