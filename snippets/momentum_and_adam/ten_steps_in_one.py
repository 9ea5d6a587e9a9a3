"""On a steady slope, momentum 0.9 makes steps ten times as long."""

import numpy as np

from lecture_code.optimisers import SGD

w = np.zeros(1)
optimiser = SGD([w], lr=0.01, momentum=0.9)
for step in range(1, 51):
    before = w.copy()
    optimiser.step([np.ones(1)])  # the gradient
    if step in (1, 2, 5, 10, 20, 50):
        print(f"step {step:2}: moved by {before[0] - w[0]:.4f}")
