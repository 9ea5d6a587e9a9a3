"""In a mixed graph each gate does its own part, and no more."""

from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import maximum

a, b, c, d, e = (Tensor(v) for v in (2.0, -3.0, 4.0, 1.0, 5.0))
p = a * b  # -6
m = maximum(c, d)  # 4
s = p + m  # -2
f = s * e  # -10
f.backward()

print("mul  : s", s.grad, " e", e.grad)
print("add  : p", p.grad, " m", m.grad)
print("mul  : a", a.grad, " b", b.grad)
print("max  : c", c.grad, " d", d.grad)
