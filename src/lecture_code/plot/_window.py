"""A picture in a window of Matplotlib, for programs that run locally.

Matplotlib is an extra, loaded when the first picture is shown.
"""

from __future__ import annotations

import math
import warnings
from typing import TYPE_CHECKING

from lecture_code.plot._looks import (
    BLUE,
    DASHES,
    INK,
    MARKERS,
    ORANGE,
    colour_of,
)
from lecture_code.plot._pictures import (
    LEVELS,
    MOST_KINDS,
    Bars,
    Cells,
    Dots,
    Line,
    Mark,
    Panel,
    Picture,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure


def show(picture: Picture) -> None:
    """Show a picture until its window is closed; nothing without windows.

    Raises
    ------
    ModuleNotFoundError
        If Matplotlib is not installed.
    """
    figure = figure_of(picture)
    from matplotlib import pyplot as plt

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".* is non-interactive")
        plt.show()
    plt.close(figure)


def figure_of(picture: Picture) -> Figure:
    """Return a picture as a figure of Matplotlib, which pyplot knows.

    Raises
    ------
    ModuleNotFoundError
        If Matplotlib is not installed.
    """
    try:
        from matplotlib import pyplot as plt
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            f"No module named '{error.name}': to draw here, "
            'pip install ".[plot]" in the '
            'repository, or pip install "lecture-code[plot]"',
            name=error.name,
        ) from error
    n_rows = math.ceil(len(picture.panels) / picture.n_columns)
    figure, axes = plt.subplots(
        n_rows,
        picture.n_columns,
        figsize=(6.4, min(9.6, max(2.4, 4.2 / picture.n_columns * n_rows))),
        squeeze=False,
        layout="constrained",
    )
    for panel, ax in zip(picture.panels, axes.flat, strict=False):
        _draw_panel(ax, panel)
    for ax in axes.flat[len(picture.panels) :]:
        ax.remove()
    if picture.legend:
        axes[0, 0].legend()
    if picture.title:
        figure.suptitle(picture.title)
    if picture.notes:
        figure.supxlabel("; ".join(picture.notes), fontsize="small")
    return figure


def _draw_panel(ax: Axes, panel: Panel) -> None:
    ax.set_title(panel.title)
    if panel.is_image:
        ax.set(xticks=[], yticks=[])
    else:
        ax.set(xlabel=panel.x.label, ylabel=panel.y.label)
    if panel.y.is_log:
        ax.set_yscale("log")
    for mark in panel.marks:
        _draw(ax, mark)
    ax.set(xlim=(panel.x.low, panel.x.high), ylim=(panel.y.low, panel.y.high))


def _draw(ax: Axes, mark: Mark) -> None:
    if isinstance(mark, Line):
        _draw_line(ax, mark)
    elif isinstance(mark, Dots):
        _draw_dots(ax, mark)
    elif isinstance(mark, Bars):
        _draw_bars(ax, mark)
    else:
        _draw_cells(ax, mark)


def _draw_line(ax: Axes, line: Line) -> None:
    light, dashes = colour_of(line.style)[1], _dashes(line.style)
    ax.plot(*(line.x, line.y), color=light, linestyle=dashes, label=line.name)
    if len(line.alone):
        ax.plot(*line.alone.T, MARKERS[line.style][0], color=light)


def _dashes(style: int) -> str | tuple[int, tuple[int, ...]]:
    return (0, DASHES[style]) if DASHES[style] else "solid"


def _draw_dots(ax: Axes, dots: Dots) -> None:
    light, marker = colour_of(dots.style)[1], MARKERS[dots.style][0]
    ax.plot(
        *(dots.x, dots.y), marker, color=light, markersize=4, label=dots.name
    )


def _draw_bars(ax: Axes, bars: Bars) -> None:
    light, dashes = colour_of(bars.style)[1], _dashes(bars.style)
    stairs = (bars.heights, bars.edges)
    ax.stairs(*stairs, fill=True, alpha=0.25, color=light)
    ax.stairs(*stairs, color=light, linestyle=dashes, label=bars.name)


def _draw_cells(ax: Axes, cells: Cells) -> None:
    from matplotlib.colors import LinearSegmentedColormap, ListedColormap

    is_signed = bool((cells.levels < 0).any())
    low, high, alpha = -LEVELS if is_signed else 0, LEVELS, 1.0
    colours = (
        [BLUE[1], "#ffffff", ORANGE[1]] if is_signed else ["#ffffff", INK[1]]
    )
    shades: Colormap = LinearSegmentedColormap.from_list("ink", colours)
    if cells.is_regions:
        low, high, alpha = 0, MOST_KINDS - 1, 0.2
        classes = range(MOST_KINDS)
        shades = ListedColormap([colour_of(style)[1] for style in classes])
    ax.imshow(
        cells.levels,
        extent=cells.extent,
        aspect="auto" if cells.is_regions else "equal",
        cmap=shades,
        vmin=low,
        vmax=high,
        alpha=alpha,
    )
