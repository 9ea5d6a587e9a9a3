"""Small grey images as vector graphics that follow the page's theme."""

from __future__ import annotations

from itertools import groupby

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from lecture_code.arrays import Array
from lecture_figures.drawing.themed_svg import INK

N_LEVELS = 5


def draw_image(ax: Axes, image: Array, left: float, top: float) -> None:
    """Draw an image with values from 0 to 1, a pixel being one unit wide.

    Each level of grey is one path, and neighbours in a row are one bar of it,
    since a shape for every pixel would make a heavy file.
    """
    levels = np.round(np.clip(image, 0, 1) * N_LEVELS).astype(int)
    for level in range(1, N_LEVELS + 1):
        bars = _bars(levels, level)
        if bars:
            paths = [_rectangle(left, top, *bar) for bar in bars]
            ax.add_patch(
                PathPatch(
                    Path.make_compound_path(*paths),
                    facecolor=INK,
                    alpha=level / N_LEVELS,
                    linewidth=0,
                )
            )


def _bars(levels: Array, level: int) -> list[tuple[int, int, int]]:
    """Return row, first column and width of each run of a level."""
    found = []
    for row, values in enumerate(levels):
        column = 0
        for value, run in groupby(values):
            width = len(list(run))
            if value == level:
                found.append((row, column, width))
            column += width
    return found


def _rectangle(
    left: float, top: float, row: int, column: int, width: int
) -> Path:
    x, y = left + column, top - row
    corners = [(x, y), (x + width, y), (x + width, y - 1), (x, y - 1)]
    return Path([*corners, corners[0]], closed=True)
