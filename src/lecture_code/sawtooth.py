"""Depth folds: every layer doubles the zigzags, where width only adds one.

A layer of two ReLU units folds [0, 1] in half, and the next one folds the
folded. That is why a deep network can need far fewer units than a wide one.

References
----------
Telgarsky, "Benefits of depth in neural networks", 2016, arXiv:1602.04485.
"""

import numpy as np

from lecture_code.activations import relu
from lecture_code.arrays import Array, as_floats, at_least_one


# --8<-- [start:sawtooth]
def sawtooth(x: Array, n_layers: int) -> Array:
    """Return a zigzag: every layer of two ReLU units folds it once more.

    One layer computes relu(2x) − relu(4x − 2), which climbs from 0 to 1 and
    back on [0, 1]. Applied k times it has 2ᵏ straight pieces there, while a
    single hidden layer needs 2ᵏ − 1 units for them, one for each kink.

    Parameters
    ----------
    x : ndarray, any shape
        In [0, 1].
    n_layers : int
        Number of layers k, at least 1.

    Returns
    -------
    ndarray, of the shape of ``x``
        In [0, 1].
    """
    at_least_one(n_layers=n_layers)
    x = as_floats(x)
    for _ in range(n_layers):
        x = relu(2 * x) - relu(4 * x - 2)
    return x


# --8<-- [end:sawtooth]


# --8<-- [start:count_linear_pieces]
def count_linear_pieces(y: Array, tolerance: float = 1e-9) -> int:
    """Count the straight pieces of a curve that is given on an even grid.

    A kink shows as a change of slope, at one point of the grid, or at two in
    a row if it lies between them.

    Parameters
    ----------
    y : ndarray, shape (n_points,)
        The curve, continuous and piecewise linear, with at least four points
        on each piece.
    tolerance : float
        Smallest second difference that is not taken for rounding.

    Returns
    -------
    int
        Number of kinks plus 1.
    """
    y = as_floats(y)
    if y.ndim != 1 or y.size < 2:
        raise ValueError(f"two points or more in a row, not shape {y.shape}")
    changes = np.abs(np.diff(y, n=2)) > tolerance
    begins = changes & ~np.roll(changes, 1)
    begins[:1] = changes[:1]
    return int(np.sum(begins)) + 1


# --8<-- [end:count_linear_pieces]
