"""The proximal step moves each weight to 0 by ηλ, and stops there."""

import numpy as np

from lecture_code.penalties import soft_threshold

w = np.array([0.30, -0.05, 0.10])
amount = 0.1  # learning rate times lambda

print("weights     ", w)
print("proximal    ", soft_threshold(w, amount).round(3) + 0.0)
print("subgradient ", (w - amount * np.sign(w)).round(3))
print("weight decay", (w - amount * w).round(3))
