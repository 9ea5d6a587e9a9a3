"""the_title: the figures of the page."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np

from lecture_experiments.the_page.means import deviation_of_means
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import BLUE, MUTED


@figure
def how_far_means_stray() -> Drawing:
    """Draw how far means stray, as measured and by the formula."""
    n_draws = 2 ** np.arange(7)
    measured = [deviation_of_means(int(n), seed=0) for n in n_draws]
    formula = np.sqrt(1 / 12) / np.sqrt(n_draws)
    drawn, ax = plt.subplots(figsize=(5.0, 3.0))
    ax.loglog(n_draws, formula, color=MUTED, label="formula")
    ax.loglog(n_draws, measured, "o", color=BLUE, label="measured")
    ax.set(xlabel="draws in a mean", ylabel="standard deviation")
    drawn.legend(loc="outside upper center", ncols=2)
    return Drawing(
        drawn,
        alt="A falling straight line, logarithmic in both directions: the "
        f"deviation is {measured[0]:.2f} for one draw and {measured[-1]:.3f} "
        f"for a mean of {n_draws[-1]}.",
        data={"measured": np.array(measured), "formula": formula},
    )
