"""A sigmoid with a large weight is a step, and it stands at s = -b/w."""

import numpy as np

from lecture_code.activations import sigmoid
from lecture_code.approximation import step_unit

x = np.array([0.25, 0.29, 0.30, 0.31, 0.35])
print(f"{'x =':15}", x)
for steepness in (10, 100, 1000):
    w, b = step_unit(0.3, steepness)
    print(f"w={w:<5.0f}b={b:<5.0f} ", np.round(sigmoid(w * x + b), 2))
