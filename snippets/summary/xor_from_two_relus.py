"""Two ReLU units and one output compute XOR with weights set by hand."""

import numpy as np

from lecture_code.activations import relu

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
W_1 = np.array([[1, 1], [1, 1]])  # both units add the inputs
b_1 = np.array([0, -1])  # the second counts from two on
W_2 = np.array([[1, -2]])

h = relu(x @ W_1.T + b_1)  # (4, 2)
y = h @ W_2.T  # (4, 1)
for inputs, hidden, output in zip(x, h, y, strict=True):
    print(inputs, "->", hidden, "->", output)
