"""Runs inside the kernel of a lab: its figures look as those of the pages.

The cells of a lab are plain Matplotlib. Before they run, this sets the style
of the site, so that a lab draws in the reader's own style everywhere else.
"""

from __future__ import annotations

from itertools import count
from typing import Any

import matplotlib as mpl
from IPython.core.getipython import get_ipython
from matplotlib.figure import Figure

from lecture_figures.drawing.themed_svg import STYLE, themed_svg

PICTURES = ("image/png", "image/jpeg", "application/pdf")


def show_figures_as_on_pages(lab: str) -> None:
    """Let every figure become an SVG that follows the page's colours.

    Parameters
    ----------
    lab : str
        Makes the ids of its figures unlike those of other labs.
    """
    shell: Any = get_ipython()
    shell.run_line_magic("matplotlib", "inline")
    mpl.rcParams.update(STYLE)
    formatters = shell.display_formatter.formatters
    for kind in PICTURES:
        formatters[kind].pop(Figure, None)
    number = count(1)
    formatters["image/svg+xml"].for_type(
        Figure, lambda figure: _drawn(figure, f"{lab}-{next(number)}")
    )


def _drawn(figure: Figure, name: str) -> str:
    alt = str(figure.get_label())
    if not alt.strip():
        raise ValueError(
            "a figure has no alt text: call figure.set_label('what it shows')"
        )
    return themed_svg(figure, alt, name)
