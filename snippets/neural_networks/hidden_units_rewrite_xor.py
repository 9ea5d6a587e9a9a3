"""Two ReLU units move the points of XOR to where one line splits them."""

import numpy as np

from lecture_code.activations import relu
from lecture_code.toy_data import xor_gate

x, y = xor_gate()  # (4, 2), (4,)
W = np.array([[1.0, 1.0], [1.0, 1.0]])  # both units add up the inputs
b = np.array([0.0, -1.0])  # the second asks for more than one
v = np.array([1.0, -2.0])  # what the output neuron reads

h = relu(x @ W.T + b)  # (4, 2)
for inputs, hidden, target in zip(x, h, y, strict=True):
    print(f"x = {inputs}  h = {hidden}  v·h = {v @ hidden:.0f}  y = {target}")
