"""One neuron."""

import numpy as np

from lecture_code.arrays import Array

x: Array = np.array([1.0, 2.0])
print(x @ x)
