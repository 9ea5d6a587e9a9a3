"""The check passes the right gradient and stops one with a slip in it."""

import numpy as np

from lecture_code.gradient_check import check_gradient
from lecture_code.losses import cross_entropy, d_cross_entropy

rng = np.random.default_rng(0)
x = rng.normal(size=(20, 4))  # (n_samples, n_features)
classes = rng.integers(3, size=20)


def loss(W):
    """Return the loss of a linear classifier with weights (4, 3)."""
    return cross_entropy(x @ W, classes)


def right(W):
    """Return the gradient of the loss, (4, 3)."""
    return x.T @ d_cross_entropy(x @ W, classes)


def wrong(W):
    """Slip: divide by the number of features, not of samples."""
    return right(W) * 20 / 4


W = rng.normal(size=(4, 3))
print("right passes:", check_gradient(loss, right, W) < 1e-7)
print("wrong passes:", check_gradient(loss, wrong, W) < 1e-7)
print(f"error of the wrong one: {check_gradient(loss, wrong, W):.2f}")
