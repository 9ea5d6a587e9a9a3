"""One more unit of a feature adds its weight to the log-odds."""

import numpy as np

w, b = np.array([0.7, -1.2]), 0.1


def odds(x):
    """Return how many times likelier class 1 is than class 0."""
    p = 1 / (1 + np.exp(-(w @ x + b)))  # the sigmoid
    return p / (1 - p)


print(f"e^0.7 = {np.exp(0.7):.2f}")
for x in ([0.0, 0.0], [2.0, 1.0], [-3.0, 2.0]):
    before = odds(np.array(x))
    after = odds(np.array(x) + np.array([1.0, 0.0]))
    print(f"odds {before:.3f} -> {after:.3f}, times {after / before:.2f}")
