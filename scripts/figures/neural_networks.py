"""Figures of the page on neural networks."""

import matplotlib.pyplot as plt
import numpy as np

from lecture_site.figures import Drawing, figure


@figure
def sine() -> Drawing:
    """Draw a sine."""
    x = np.linspace(0, 6, 50)
    drawn, ax = plt.subplots()
    ax.plot(x, np.sin(x), label="sin $x_1$")
    ax.plot(x, np.cos(x), label="cos")
    ax.fill_between(x, np.sin(x), alpha=0.2)
    ax.set_xlabel("x")
    ax.legend()
    return Drawing(drawn, "A sine and a cosine.", {"x": x})
