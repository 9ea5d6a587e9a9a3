"""Bumps side by side follow a curve, and twice the bumps halve the error."""

import numpy as np

from lecture_code.approximation import one_hidden_layer, sum_of_bumps


def curve(x):
    """Two waves, one three times as fast as the other."""
    return np.sin(2 * np.pi * x) + 0.5 * np.sin(6 * np.pi * x)


grid = np.linspace(0, 1, 5001)
for n_bumps in (5, 10, 20, 40, 80, 160):
    w, b, v = sum_of_bumps(curve, 0.0, 1.0, n_bumps)  # each (2 n_bumps,)
    F = one_hidden_layer(grid, w, b, v)  # (5001,)
    error = np.max(np.abs(F - curve(grid)))
    print(f"{n_bumps:3} bumps, {len(w):3} units: error {error:.2f}")
