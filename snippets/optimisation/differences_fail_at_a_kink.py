"""With a kink of ReLU between x - h and x + h, differences are wrong."""

import numpy as np

from lecture_code.activations import d_relu, relu
from lecture_code.gradient_check import central_difference

h = 1e-5
for x in (3e-5, 0.5e-5, -0.5e-5, -3e-5):
    slope = central_difference(lambda x: relu(x).item(), x, h).item()
    true_slope = d_relu(np.array(x)).item()
    print(f"x = {x:8.0e}: differences {slope:.2f}, true {true_slope:.0f}")
