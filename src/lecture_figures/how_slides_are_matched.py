"""Figures of the page on matching slides."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np

from lecture_experiments.how_slides_are_matched.slide_matching import judged
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import BLUE, MUTED, ORANGE
from slide_aligner.decisions.thresholds import INSERT_FROM
from slide_aligner.training.scores import calibration

SETS = (("MaViLS", BLUE, "o"), ("COMS", ORANGE, "s"))


@figure
def confidence_and_truth() -> Drawing:
    """Draw the share of right slides over the confidence in them."""
    drawn, ax = plt.subplots(figsize=(4.6, 3.4))
    ax.plot([0, 1], [0, 1], color=MUTED, lw=1, ls="--")
    data = {}
    for name, colour, marker in SETS:
        bins = np.array(calibration(judged(name)))
        ax.plot(bins[:, 0], bins[:, 1], marker, color=colour, label=name)
        data[name] = bins
    ax.axvline(INSERT_FROM, color=MUTED, lw=1)
    ax.text(INSERT_FROM - 0.02, 0.05, "insert from here", ha="right")
    ax.set(
        xlabel="confidence",
        ylabel="share of right slides",
        xlim=(0, 1),
        ylim=(0, 1.02),
    )
    ax.legend(loc="upper left")
    worst = max(
        float(np.abs(bins[:, 0] - bins[:, 1]).max()) for bins in data.values()
    )
    return Drawing(
        drawn,
        alt="Fifteen groups of paragraphs for each of two courses, from low "
        "to high confidence. The points follow the diagonal; the largest "
        f"distance of a group from it is {worst:.2f}.",
        data=data,
    )
