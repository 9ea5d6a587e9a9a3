"""How a cost grows: the exponent of a power, fitted on logarithms."""

from __future__ import annotations

import math
from collections.abc import Sequence


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Return the ``e`` with which ``cost = c * size ** e`` fits best.

    Best is the least sum of squares of the logarithms. With 1 it is linear;
    a cost that is there whatever the size makes it smaller.

    Parameters
    ----------
    sizes, costs : sequence of float
        Positive; the sizes not all alike.
    """
    xs, ys = list(map(math.log, sizes)), list(map(math.log, costs))
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    both = sum(
        (x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)
    )
    return both / spread
