"""A valley that lies at an angle: its loss is half of w times H times w."""

import numpy as np

from lecture_code.arrays import Array

H = np.array([[2.5, 1.5], [1.5, 2.5]])


def height(w: Array) -> Array:
    """Return the loss at each point, from (..., 2) to (...)."""
    return np.asarray(0.5 * np.einsum("...i,ij,...j", w, H, w))


def curvatures_and_directions() -> tuple[Array, Array]:
    """Return the eigenvalues, smallest first, and unit vectors, as rows."""
    curvatures, columns = np.linalg.eigh(H)
    rows = columns.T * np.sign(columns[0])[:, None]  # all to the right
    return curvatures, rows


def curvature_along(direction: Array, step: float = 1e-3) -> float:
    """Return how fast the slope changes on the way, from three heights."""
    ahead, back = height(step * direction), height(-step * direction)
    here = height(np.zeros(2))
    return float((ahead - 2 * here + back) / step**2)
