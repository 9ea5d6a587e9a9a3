"""Wrong for steep slopes: max(alpha x, x) is PReLU only up to 1."""

import numpy as np

from lecture_code.prelu import PReLU

x = np.array([[-1.0, 1.0]])
for alpha in (-0.5, 0.25, 1.0, 2.0):
    right = PReLU(init=alpha).forward(x)
    by_max = np.maximum(alpha * x, x)
    verdict = "equal" if np.array_equal(right, by_max) else "differ"
    print(f"{alpha:5.2f}: {right[0]} and {by_max[0]} {verdict}")
