"""Marks as paths of SVG, in tenths of a unit: less is not seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

import numpy as np

from lecture_code.arrays import Array
from lecture_code.plot._looks import DASHES, MARKERS, colour_of, css
from lecture_code.plot._pictures import Axis, Bars, Dots, Line, Mark
from lecture_code.plot._scales import place


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


def draw_line(line: Line, parent: Element, frame: Frame) -> None:
    """Draw a curve; a point between two gaps is a dot."""
    points = np.column_stack([frame.across(line.x), frame.down(line.y)])
    add_path(
        parent,
        "".join(_strokes(points)),
        fill="none",
        **_line_style(line.style),
    )
    x, y = line.alone.T
    draw_dots(Dots(line.name, x, y, line.style), parent, frame)


def _line_style(style: int) -> dict[str, object]:
    """Return colour, width and dashes of a line."""
    return {
        "stroke": css(colour_of(style)),
        "stroke_width": 1.8,
        "stroke_dasharray": " ".join(map(str, DASHES[style])),
    }


def _strokes(points: Array) -> Iterator[str]:
    """Yield a path through points, each told from the one before it."""
    tenths = np.round(10 * points)
    shown = ~np.isnan(tenths[:, 1])
    for run in np.split(np.arange(len(points)), np.flatnonzero(~shown)):
        corners = tenths[run][shown[run]]
        if len(corners) > 1:
            steps = np.diff(corners, axis=0)
            (x, y), moves = corners[0] / 10, steps / 10
            yield f"M{short(x)} {short(y)}l"
            yield " ".join(f"{short(dx)} {short(dy)}" for dx, dy in moves)


def draw_dots(dots: Dots, parent: Element, frame: Frame) -> None:
    """Draw points that have a place."""
    places = np.array([frame.across(dots.x), frame.down(dots.y)])
    shown = places[:, np.isfinite(places).all(axis=0)]
    shape = MARKERS[dots.style][1]
    d = "".join(f"M{short(x)} {short(y)}{shape}" for x, y in shown.T)
    add_path(parent, d, **_dot_style(dots.style))


def _dot_style(style: int) -> dict[str, object]:
    """Return the colour of a marker; the first is a stroke with round ends."""
    colour = css(colour_of(style))
    width = 5 if style == 0 else 1.4
    return {
        "fill": colour,
        "stroke": colour,
        "stroke_width": width,
        "stroke_linecap": "round",
    }


def draw_bars(bars: Bars, parent: Element, frame: Frame) -> None:
    """Draw the outline of a histogram, filled."""
    x, y = frame.across(bars.edges), frame.down(bars.heights)
    floor = short(float(frame.down(np.zeros(1))[0]))
    d = f"M{short(x[0])} {floor}" + "".join(
        f"V{short(top)}H{short(end)}"
        for top, end in zip(y, x[1:], strict=True)
    )
    style = _line_style(bars.style) | {"stroke_width": 1.2}
    fill = css(colour_of(bars.style))
    add_path(parent, f"{d}V{floor}", fill=fill, fill_opacity=0.25, **style)


def draw_key(mark: Mark, parent: Element, x: float, y: float) -> None:
    """Draw how a mark looks, for a legend."""
    if isinstance(mark, Dots):
        d = f"M{short(x + 10)} {short(y)}{MARKERS[mark.style][1]}"
        add_path(parent, d, **_dot_style(mark.style))
    elif isinstance(mark, Line | Bars):
        d = f"M{short(x)} {short(y)}h20"
        add_path(parent, d, **_line_style(mark.style))
