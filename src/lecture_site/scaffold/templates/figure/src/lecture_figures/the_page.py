"""the_title: the figures of the page."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np

from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import BLUE, ORANGE


@figure
def the_name() -> Drawing:
    """Draw how often a draw, and a sum of two, falls into each interval."""
    draws = np.random.default_rng(0).random((2, 10_000))
    edges = np.linspace(0, 2, 21)
    drawn, ax = plt.subplots(figsize=(5.0, 3.0))
    counts = {}
    for name, values, colour in (
        ("one draw", draws[0], ORANGE),
        ("sum of two", draws.sum(axis=0), BLUE),
    ):
        counts[name] = np.histogram(values, edges)[0]
        ax.stairs(counts[name], edges, color=colour, label=name)
    ax.set(xlabel="value", ylabel="how often")
    drawn.legend(loc="outside upper center", ncols=2)
    peak = edges[np.argmax(counts["sum of two"])]
    return Drawing(
        drawn,
        alt="Two histograms of ten thousand values: one draw is level from 0 "
        f"to 1, the sum of two is a triangle with its peak near {peak:.1f}.",
        data=counts,
    )
