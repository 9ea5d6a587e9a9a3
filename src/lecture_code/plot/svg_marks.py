"""Marks as paths of SVG, in tenths of a unit: less is not seen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element, SubElement

import numpy as np

from lecture_code.arrays import Array
from lecture_code.plot.looks import (
    BLUE,
    DASHES,
    INK,
    MARKERS,
    MUTED,
    ORANGE,
    colour_of,
    css,
)
from lecture_code.plot.pictures import (
    LEVELS,
    Axis,
    Bars,
    Cells,
    Dots,
    Line,
    Mark,
)
from lecture_code.plot.scales import place

_MOST_BORDERS = 1500  # of squares; more would be a blot


@dataclass(frozen=True)
class Frame:
    """Where the axes of a panel lie in the drawing.

    Parameters
    ----------
    left, top, width, height : float
    x, y : Axis
    """

    left: float
    top: float
    width: float
    height: float
    x: Axis
    y: Axis

    def across(self, values: Array) -> Array:
        """Return where numbers lie, from the left."""
        return self.left + self.width * place(values, self.x)

    def down(self, values: Array) -> Array:
        """Return where numbers lie, from above."""
        return self.top + self.height * (1.0 - place(values, self.y))


def draw(mark: Mark, parent: Element, frame: Frame) -> None:
    """Draw a mark into a group of an SVG."""
    if isinstance(mark, Line):
        _draw_line(mark, parent, frame)
    elif isinstance(mark, Dots):
        _draw_dots(mark, parent, frame)
    elif isinstance(mark, Bars):
        _draw_bars(mark, parent, frame)
    elif mark.is_regions:
        _draw_regions(mark, parent, frame)
    else:
        _draw_pixels(mark, parent, frame)


def add_path(parent: Element, d: str, **style: object) -> None:
    """Add a path, if it is not empty; `fill_opacity=1` is fill-opacity:1."""
    if d:
        css_text = ";".join(
            f"{key.replace('_', '-')}:{value}"
            for key, value in style.items()
            if value != ""
        )
        SubElement(parent, "path", {"d": d, "style": css_text})


def short(number: float) -> str:
    """Return a length in tenths."""
    written = f"{number:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def _draw_line(line: Line, parent: Element, frame: Frame) -> None:
    points = np.column_stack([frame.across(line.x), frame.down(line.y)])
    add_path(
        parent, "".join(_strokes(points)), fill="none", **line_style(line.style)
    )
    alone = [frame.across(line.alone[:, 0]), frame.down(line.alone[:, 1])]
    dots = Dots("", *alone, line.style)
    _add_dots(parent, dots, alone)


def line_style(style: int) -> dict[str, object]:
    """Return colour, width and dashes of a line."""
    return {
        "stroke": css(colour_of(style)),
        "stroke_width": 1.8,
        "stroke_dasharray": " ".join(map(str, DASHES[style])),
    }


def _strokes(points: Array) -> Iterator[str]:
    """Yield a path through points, each told from the one before it."""
    tenths = np.round(10 * points)
    shown = np.isfinite(tenths).all(axis=1)
    for run in np.split(np.arange(len(points)), np.flatnonzero(~shown)):
        corners = tenths[run][shown[run]]
        if len(corners) > 1:
            steps = np.diff(corners, axis=0)
            (x, y), moves = corners[0] / 10, steps / 10
            yield f"M{short(x)} {short(y)}l"
            yield " ".join(f"{short(dx)} {short(dy)}" for dx, dy in moves)


def _draw_dots(dots: Dots, parent: Element, frame: Frame) -> None:
    _add_dots(parent, dots, [frame.across(dots.x), frame.down(dots.y)])


def _add_dots(parent: Element, dots: Dots, places: list[Array]) -> None:
    shape = MARKERS[dots.style][1]
    shown = np.isfinite(places).all(axis=0)
    d = "".join(
        f"M{short(x)} {short(y)}{shape}"
        for x, y in zip(*(p[shown] for p in places), strict=True)
    )
    add_path(parent, d, **dot_style(dots.style))


def dot_style(style: int) -> dict[str, object]:
    """Return the colour of a marker; the first is a stroke with round ends."""
    colour = css(colour_of(style))
    width = 5 if style == 0 else 1
    return {
        "fill": colour,
        "stroke": colour,
        "stroke_width": width,
        "stroke_linecap": "round",
    }


def _draw_bars(bars: Bars, parent: Element, frame: Frame) -> None:
    x, y = frame.across(bars.edges), frame.down(bars.heights)
    floor = short(float(frame.down(np.zeros(1))[0]))
    d = f"M{short(x[0])} {floor}" + "".join(
        f"V{short(top)}H{short(end)}" for top, end in zip(y, x[1:], strict=True)
    )
    style = line_style(bars.style) | {"stroke_width": 1.2}
    fill = css(colour_of(bars.style))
    add_path(parent, f"{d}V{floor}", fill=fill, fill_opacity=0.25, **style)


def _draw_pixels(cells: Cells, parent: Element, frame: Frame) -> None:
    """Draw rows of equal pixels as strokes; negative ones are thinner."""
    group = _grid(cells, parent, frame)
    for level in np.unique(cells.levels):
        if level:
            is_signed = bool((cells.levels < 0).any())
            colour = INK if not is_signed else BLUE if level < 0 else ORANGE
            add_path(
                group,
                "".join(_runs(cells, level)),
                stroke=css(colour),
                stroke_opacity=f"{abs(level) / LEVELS:.2g}",
                stroke_width=0.6 if level < 0 else 1,
            )


def _draw_regions(cells: Cells, parent: Element, frame: Frame) -> None:
    """Draw what belongs to each class, and the line between them."""
    group = _grid(cells, parent, frame)
    for style in np.unique(cells.levels):
        colour = css(colour_of(int(style)))
        d = "".join(_runs(cells, style))
        add_path(group, d, stroke=colour, stroke_opacity=0.2)
    borders = list(_borders(cells))
    if len(borders) <= _MOST_BORDERS:
        style = {"stroke": css(MUTED), "vector_effect": "non-scaling-stroke"}
        add_path(group, "".join(borders), **style)


def _grid(cells: Cells, parent: Element, frame: Frame) -> Element:
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


def key_of(mark: Mark) -> Callable[[Element, float, float], None]:
    """Return what draws a mark's key in a legend, at a place."""
    return partial(_draw_key, mark)


def _draw_key(mark: Mark, parent: Element, x: float, y: float) -> None:
    if isinstance(mark, Dots):
        d = f"M{short(x + 10)} {short(y)}{MARKERS[mark.style][1]}"
        add_path(parent, d, **dot_style(mark.style))
    else:
        d = f"M{short(x)} {short(y)}h20"
        add_path(parent, d, **line_style(getattr(mark, "style", 0)))
