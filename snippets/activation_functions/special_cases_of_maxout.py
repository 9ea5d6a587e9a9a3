"""ReLU and Leaky ReLU are Maxout units with a tied second piece."""

import numpy as np

from lecture_code.activations import leaky_relu, relu
from lecture_code.linear import Linear
from lecture_code.maxout import Maxout

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 3))
linear, maxout = Linear(3, 2, rng), Maxout(3, 2, 2, rng)
z = linear.forward(x)

for name, slope, activation in (
    ("ReLU", 0.0, relu),
    ("Leaky ReLU", 0.01, leaky_relu),
):
    maxout.weight[:] = linear.weight, slope * linear.weight
    equal = np.allclose(maxout.forward(x), activation(z), rtol=1e-12)
    print(f"{name}: {equal}")
sizes = [sum(p.size for p in m.parameters) for m in (linear, maxout)]
print("parameters:", sizes)
