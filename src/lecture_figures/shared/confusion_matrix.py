"""A confusion matrix: true classes in rows, predicted ones in columns."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lecture_code.arrays import IntArray
from lecture_figures.drawing.themed_svg import GREEN, GRID, INK, RED


def confusion_counts(
    true: IntArray, predicted: IntArray, n_classes: int
) -> IntArray:
    """Count the samples of each true class (row) and predicted (column)."""
    counts = np.zeros((n_classes, n_classes), dtype=np.int64)
    np.add.at(counts, (true, predicted), 1)
    return counts


def draw_counts(ax: Axes, counts: IntArray, names: list[str]) -> None:
    """Draw right answers green and wrong ones red, stronger for more."""
    share = counts / counts.sum(axis=1, keepdims=True)
    for (row, column), n in np.ndenumerate(counts):
        colour = GREEN if row == column else RED
        ax.add_patch(
            Rectangle(
                (column - 0.5, row - 0.5),
                1,
                1,
                facecolor=colour if n else "none",
                alpha=0.12 + 0.35 * share[row, column] ** 0.5,
                edgecolor=GRID,
            )
        )
        if n:
            ax.text(column, row, f"{n}", ha="center", va="center", color=INK)
    ticks = range(len(names))
    ax.set(xlim=(-0.5, len(names) - 0.5), ylim=(len(names) - 0.5, -0.5))
    ax.set(xticks=ticks, yticks=ticks, xticklabels=names, yticklabels=names)
    ax.set(xlabel="predicted", ylabel="true")
    ax.grid(visible=False)
    ax.tick_params(length=0)
