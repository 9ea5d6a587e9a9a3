"""A network of layers, of which some units are missing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from lecture_figures.drawing.themed_svg import BLUE, MUTED, RED


def draw_network(ax: Axes, kept: Sequence[NDArray[np.bool_]]) -> None:
    """Draw units as dots, missing ones as crosses without connections.

    Parameters
    ----------
    ax : Axes
    kept : sequence of ndarray of bool, one per layer
        Which units are there.
    """
    heights = [np.arange(len(layer)) - (len(layer) - 1) / 2 for layer in kept]
    for k, (below, above) in enumerate(pairwise(range(len(kept)))):
        for y in heights[below][kept[below]]:
            for z in heights[above][kept[above]]:
                ax.plot([k, k + 1], [y, z], color=MUTED, linewidth=0.5)
    for k, (layer, y) in enumerate(zip(kept, heights, strict=True)):
        there, gone = y[layer], y[~layer]
        ax.plot(np.full(len(there), k), there, "o", color=BLUE, markersize=6)
        ax.plot(np.full(len(gone), k), gone, "x", color=RED, markersize=6)
    ax.axis("off")
