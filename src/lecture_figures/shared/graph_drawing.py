"""Draws the computational graph that the engine has recorded."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from lecture_code.computational_graph import Tensor
from lecture_figures.drawing.themed_svg import BLUE, INK, MUTED, ORANGE, PAPER
from lecture_figures.shared.graph_layout import edges, number, places, sign

RADIUS = 0.2  # of a node, in inches, as all places in a graph


def canvas(width: float, height: float) -> tuple[Figure, Axes]:
    """Return a figure without axes in which one unit is one inch."""
    drawn = plt.figure(figsize=(width, height), layout="none")
    ax = drawn.add_axes((0.0, 0.0, 1.0, 1.0))
    ax.set(xlim=(0, width), ylim=(0, height))
    ax.axis("off")
    return drawn, ax


def draw_node(ax: Axes, x: float, y: float, text: str, colour: str) -> None:
    """Draw a circle with its sign inside."""
    ax.add_patch(
        Circle((x, y), RADIUS, facecolor=PAPER, edgecolor=colour, lw=1.6)
    )
    ax.text(x, y, text, ha="center", va="center", size=10)


def draw_arrow(
    ax: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str = MUTED,
) -> None:
    """Draw an arrow from the rim of one node to the rim of another."""
    way = np.subtract(end, start)
    rim = (RADIUS + 0.03) * way / np.hypot(*way)
    ax.annotate(
        "",
        np.subtract(end, rim),
        np.add(start, rim),
        arrowprops={"arrowstyle": "-|>", "color": colour, "lw": 1.6},
    )


@dataclass
class GraphDrawing:
    """A graph as recorded by the engine: values above, gradients below.

    Attributes
    ----------
    ax : Axes
        In inches, see `canvas`.
    result : Tensor
        The output of the graph, after its backward pass.
    left, top : float
        Place of the first leaf.
    column, row : float
        Distance of neighbouring columns and rows.
    """

    ax: Axes
    result: Tensor
    left: float
    top: float
    column: float = 1.7
    row: float = 0.95
    places: dict[Tensor, tuple[float, float]] = field(init=False)

    def __post_init__(self) -> None:
        self.places = {
            node: (self.left + self.column * column, self.top - self.row * row)
            for node, (column, row) in places(self.result).items()
        }

    def draw(
        self,
        values: Collection[Tensor],
        gradients: Collection[Tensor],
        active: Tensor | None = None,
    ) -> None:
        """Draw the graph with what is known so far; highlight one node."""
        colour = ORANGE if gradients else BLUE
        for parent, node in edges(self.result):
            ends = [self.places[parent], self.places[node]]
            if node is active and gradients:
                ends.reverse()
            draw_arrow(
                self.ax, ends[0], ends[1], colour if node is active else MUTED
            )
        for node, (x, y) in self.places.items():
            draw_node(
                self.ax, x, y, sign(node), colour if node is active else INK
            )
            self.label(node, values, gradients)

    def label(
        self,
        node: Tensor,
        values: Collection[Tensor],
        gradients: Collection[Tensor],
    ) -> None:
        """Write name and value above a node and its gradient below."""
        x, y = self.places[node]
        name = node.name if node.parents else ""
        value = number(node.value) if node in values else ""
        above = " = ".join(filter(None, (name, value)))
        gap = RADIUS + 0.07
        if node is self.result:  # make way for the arrows from the left
            self.ax.text(x - 0.06, y + gap, above, color=BLUE)
        else:
            self.ax.text(x, y + gap, above, ha="center", color=BLUE)
        if node in gradients:
            self.ax.text(
                x,
                y - gap,
                number(node.grad),
                ha="center",
                va="top",
                color=ORANGE,
            )
