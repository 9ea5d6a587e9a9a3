"""Cells as strokes of SVG, as wide as a row: one for each run of equals."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

import numpy as np

from lecture_code.plot._looks import BLUE, INK, MUTED, ORANGE, colour_of, css
from lecture_code.plot._pictures import LEVELS, Cells
from lecture_code.plot._svg_marks import Frame, add_path, short

_MOST_BORDERS = 1500  # of squares; more would be a blot


def draw_pixels(cells: Cells, parent: Element, frame: Frame) -> None:
    """Draw how much ink each pixel has; negative ones are striped."""
    group = _one_by_one(cells, parent, frame)
    is_signed = bool((cells.levels < 0).any())
    _draw_levels(cells, group, ORANGE if is_signed else INK, 1)
    _draw_levels(cells, group, BLUE, -1)


def _draw_levels(
    cells: Cells, parent: Element, colour: tuple[str, str], sign: int
) -> None:
    levels = [n for n in np.unique(cells.levels) if n * sign > 0]
    width = "" if sign > 0 else ";stroke-width:0.6"
    style = f"stroke:{css(colour)}{width}"
    group = SubElement(parent, "g", {"style": style}) if levels else parent
    for level in levels:
        opacity = f"{abs(level) / LEVELS:.2g}"
        d = "".join(_runs(cells, level))
        SubElement(group, "path", {"opacity": opacity, "d": d})


def draw_regions(cells: Cells, parent: Element, frame: Frame) -> None:
    """Draw what belongs to each class, and the line between them."""
    group = _one_by_one(cells, parent, frame)
    for style in np.unique(cells.levels):
        colour = css(colour_of(int(style)))
        d = "".join(_runs(cells, style))
        add_path(group, d, stroke=colour, stroke_opacity=0.2)
    borders = list(_borders(cells))
    if len(borders) <= _MOST_BORDERS:
        style = {"stroke": css(MUTED), "vector_effect": "non-scaling-stroke"}
        add_path(group, "".join(borders), **style)


def _one_by_one(cells: Cells, parent: Element, frame: Frame) -> Element:
    """Return a group in which each cell is one wide and one high."""
    left, right, bottom, top = map(np.array, cells.extent)
    x, y = float(frame.across(left)), float(frame.down(top))
    n_rows, n_columns = cells.levels.shape
    across = (float(frame.across(right)) - x) / n_columns
    down = (float(frame.down(bottom)) - y) / n_rows
    return SubElement(
        parent,
        "g",
        {
            "transform": f"translate({short(x)} {short(y)}) "
            f"scale({across:.5g} {down:.5g})",
            "shape-rendering": "crispEdges",
        },
    )


def _runs(cells: Cells, level: int) -> Iterator[str]:
    """Yield a stroke for each run of one level in a row."""
    for number, here in enumerate(cells.levels == level):
        ends = np.flatnonzero(np.diff(here, prepend=False, append=False))
        for start, end in ends.reshape(-1, 2):
            yield f"M{start} {number}.5h{end - start}"


def _borders(cells: Cells) -> Iterator[str]:
    across = cells.levels[:, 1:] != cells.levels[:, :-1]
    yield from (f"M{x + 1} {y}v1" for y, x in np.argwhere(across))
    down = cells.levels[1:] != cells.levels[:-1]
    yield from (f"M{x} {y + 1}h1" for y, x in np.argwhere(down))
