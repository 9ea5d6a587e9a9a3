"""A sigmoid neuron at z = 0: every gradient carries the factor 1/4."""

import numpy as np

from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import sigmoid

w, x, b = Tensor([1.0, -2.0]), Tensor([3.0, 1.0]), Tensor(-1.0)
y = sigmoid(w @ x + b)
y.backward()

by_hand = 0.25 * np.array([3.0, 1.0])
print("y     =", y.value)
print("dy/dw =", w.grad, "by hand", by_hand)
print("dy/dx =", x.grad)
print("dy/db =", b.grad)
