"""Wrong on purpose: a sigmoid whose exponential overflows."""

import warnings

import numpy as np

from lecture_code.activations import sigmoid

x = np.array([-1000.0, 0.0, 1000.0])


def wrong_sigmoid(x):
    """Take the formula at its word."""
    return 1 / (1 + np.exp(-x))  # wrong: e^1000 is too large


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    wrong_sigmoid(x)
print("naive:", caught[0].message)
print("ours: ", sigmoid(x))
