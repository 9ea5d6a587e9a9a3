"""The surer a wrong answer, the less the squared error objects."""

import numpy as np

from lecture_code.activations import Activation
from lecture_code.losses import (
    binary_cross_entropy,
    d_binary_cross_entropy,
    d_mean_squared_error,
    mean_squared_error,
)

target = np.ones((1, 1))
print("          loss          gradient")
print("logit  MSE    CE      MSE       CE")
for z in (2.0, 0.0, -2.0, -5.0, -10.0):
    logit = np.array([[z]])  # (n_samples, 1)
    sigmoid = Activation("sigmoid")
    p = sigmoid.forward(logit)

    squared = mean_squared_error(p, target)
    entropy = binary_cross_entropy(logit, target)
    d_squared = sigmoid.backward(d_mean_squared_error(p, target))
    d_entropy = d_binary_cross_entropy(logit, target)
    print(
        f"{z:5.0f} {squared:5.2f} {entropy:5.2f}"
        f"  {d_squared.item():9.6f} {d_entropy.item():5.2f}"
    )
