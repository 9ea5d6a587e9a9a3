"""One weight: L2 divides it, L1 subtracts from it."""

import numpy as np

from lecture_code.penalties import soft_threshold

best = np.array([3.0, 1.0, 0.4, -0.2])  # without a penalty
penalty = 0.5

print("no penalty", best)
print("L2        ", best / (1 + 2 * penalty))
print("L1        ", soft_threshold(best, penalty))
