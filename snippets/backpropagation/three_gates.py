"""Add distributes, mul scales by the other input, max routes."""

from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import maximum

gates = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b, "max": maximum}
for name, gate in gates.items():
    a, b = Tensor(3.0), Tensor(-4.0)
    gate(a, b).backward(2.0)  # the gradient that arrives from above
    print(f"{name}: a receives {a.grad:4.1f}, b receives {b.grad:4.1f}")
