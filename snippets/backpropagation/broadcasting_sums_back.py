"""One bias is used by every sample, so it receives the sum over samples."""

import numpy as np

from lecture_code.computational_graph import Tensor

x = np.arange(12.0).reshape(4, 3)
bias = Tensor(np.zeros(3))  # (3,)
shifted = x + bias  # (4, 3): NumPy copies the bias into every row
(shifted * shifted).sum().backward()

print("gradient on x + bias:")
print(shifted.grad)  # (4, 3)
print("gradient on bias:", bias.grad)  # (3,)
