"""The smallest network with a hidden unit: two weights, two valleys.

It predicts v tanh(w x) and is to learn tanh(x). So (1, 1) fits perfectly,
and so does (−1, −1), since tanh is odd.
"""

from __future__ import annotations

import numpy as np

from lecture_code.activations import d_tanh, tanh
from lecture_code.arrays import Array

X = np.linspace(-2, 2, 21)


def loss(W: Array) -> Array:
    """Return the mean squared error, shape (...) for W of (..., 2)."""
    error = W[..., 1:] * tanh(W[..., :1] * X) - tanh(X)
    return np.asarray(np.mean(error**2, axis=-1))


def gradient(W: Array) -> Array:
    """Return its gradient at one point (2,)."""
    w, v = W
    error = v * tanh(w * X) - tanh(X)
    d_loss_d_w = np.mean(2 * error * v * d_tanh(w * X) * X)
    d_loss_d_v = np.mean(2 * error * tanh(w * X))
    return np.array([d_loss_d_w, d_loss_d_v])
