"""Rosenblatt's rule finds AND and OR, and never comes to rest on XOR."""

import numpy as np

from lecture_code.perceptron import Perceptron
from lecture_code.toy_data import and_gate, or_gate, xor_gate

gates = {"AND": and_gate, "OR": or_gate, "XOR": xor_gate}
print("gate  updates in each epoch")
for name, gate in gates.items():
    x, y = gate()  # (4, 2), (4,)
    neuron = Perceptron(weight=[0.0, 0.0])
    n_updates = neuron.fit(x, y, np.random.default_rng(0), n_epochs=8)
    right = np.mean(neuron.predict(x) == y)
    print(f"{name:4}  {n_updates}  {right:.0%} right")
