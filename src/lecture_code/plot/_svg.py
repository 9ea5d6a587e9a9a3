"""A picture as SVG in the look of the lecture, which follows the theme.

Colours are variables of the page's style sheet. There is no id, which might
be that of another picture, no script and no style sheet; text stays text.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

import numpy as np

from lecture_code.plot._looks import GRID, MUTED, css
from lecture_code.plot._pictures import (
    Axis,
    Bars,
    Dots,
    Line,
    Mark,
    Panel,
    Picture,
)
from lecture_code.plot._scales import ticks
from lecture_code.plot._svg_cells import draw_pixels, draw_regions
from lecture_code.plot._svg_marks import (
    Frame,
    add_path,
    draw_bars,
    draw_dots,
    draw_key,
    draw_line,
    short,
)
from lecture_code.plot._svg_text import (
    LINE,
    WIDTH,
    fitting,
    legible,
    width_of,
    write,
)

_STEPS = 5  # between ticks, at most


def as_svg(picture: Picture) -> str:
    """Return a picture as an SVG, told in words by its `aria-label`."""
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "aria-label": legible(picture.alt),
            "style": "font:10px sans-serif;stroke-linejoin:round",
        },
    )
    y = 0.0
    if picture.title:
        y += LINE
        write(root, picture.title, WIDTH / 2, y - 3, anchor="middle")
    y = _draw_legend(root, picture.legend, y)
    y = _draw_panels(root, picture, y)
    for note in picture.notes:
        y += LINE
        write(root, note, 4, y - 3, colour=MUTED)
    root.set("viewBox", f"0 0 {short(WIDTH)} {short(y + 4)}")
    return tostring(root, encoding="unicode")


def _draw_legend(root: Element, marks: tuple[Mark, ...], y: float) -> float:
    """Draw the keys in rows, and return where they end."""
    x = WIDTH
    for mark in marks:
        name = fitting(getattr(mark, "name", ""), WIDTH - 40)
        width = 26 + width_of(name) + 12
        if x + width > WIDTH:
            x, y = 8.0, y + LINE
        draw_key(mark, root, x, y - 6)
        write(root, name, x + 26, y - 3)
        x += width
    return y


def _draw_panels(root: Element, picture: Picture, y: float) -> float:
    width = WIDTH / picture.n_columns
    for start in range(0, len(picture.panels), picture.n_columns):
        row = picture.panels[start : start + picture.n_columns]
        frames = [
            _frame(panel, n * width, y, width) for n, panel in enumerate(row)
        ]
        for panel, frame in zip(row, frames, strict=True):
            _draw_panel(root, panel, frame)
        y = max(map(_end_of, row, frames))
    return y


def _frame(panel: Panel, x: float, y: float, width: float) -> Frame:
    top = y + (LINE if panel.title else 4) + 2
    if panel.is_image:
        return _frame_of_image(panel, x + 4, top, width - 8)
    left = _width_of_names(panel.y) + 6 + (LINE if panel.y.label else 4)
    height = min(175.0, 0.9 * width)
    return Frame(x + left, top, width - left - 8, height, panel.x, panel.y)


def _frame_of_image(panel: Panel, x: float, y: float, width: float) -> Frame:
    """Return a frame in which pixels are squares, in the middle."""
    shape = (panel.y.high - panel.y.low) / (panel.x.high - panel.x.low)
    height = min(width * shape, 220.0)
    across = max(height / shape, 1.0)
    left = x + (width - across) / 2
    return Frame(left, y, across, max(height, 1.0), panel.x, panel.y)


def _end_of(panel: Panel, frame: Frame) -> float:
    below = 2.0 if panel.is_image else LINE
    below += LINE if panel.x.label else 0
    return frame.top + frame.height + below


def _draw_panel(root: Element, panel: Panel, frame: Frame) -> None:
    middle = frame.left + frame.width / 2
    if panel.title:
        write(
            *(root, panel.title, middle, frame.top - 4),
            anchor="middle",
            width=frame.width + 10,
        )
    if panel.is_image:
        _draw_border(root, frame)
    else:
        _draw_axes(root, frame)
    for mark in panel.marks:
        _draw(mark, root, frame)


def _draw(mark: Mark, parent: Element, frame: Frame) -> None:
    if isinstance(mark, Line):
        draw_line(mark, parent, frame)
    elif isinstance(mark, Dots):
        draw_dots(mark, parent, frame)
    elif isinstance(mark, Bars):
        draw_bars(mark, parent, frame)
    elif mark.is_regions:
        draw_regions(mark, parent, frame)
    else:
        draw_pixels(mark, parent, frame)


def _draw_border(root: Element, frame: Frame) -> None:
    size = (
        f"h{short(frame.width)}v{short(frame.height)}h-{short(frame.width)}z"
    )
    d = f"M{short(frame.left)} {short(frame.top)}{size}"
    add_path(root, d, fill="none", stroke=css(MUTED), stroke_width=0.6)


def _draw_axes(root: Element, frame: Frame) -> None:
    bottom, right = frame.top + frame.height, frame.left + frame.width
    add_path(root, "".join(_grid_lines(frame)), stroke=css(GRID))
    d = f"M{short(frame.left)} {short(frame.top)}V{short(bottom)}"
    add_path(root, f"{d}H{short(right)}", fill="none", stroke=css(MUTED))
    for tick, name in _ticks_across(frame).items():
        x = float(frame.across(np.array(tick)))
        x = min(x, right + 8 - width_of(name) / 2)
        write(root, name, x, bottom + 11, anchor="middle")
    for tick, name in ticks(frame.y, _STEPS).items():
        y = float(frame.down(np.array(tick)))
        write(root, name, frame.left - 4, y + 3.5, anchor="end")
    _draw_labels(root, frame)


def _draw_labels(root: Element, frame: Frame) -> None:
    x, y = frame.left + frame.width / 2, frame.top + frame.height / 2
    if frame.x.label:
        below = frame.top + frame.height + LINE + 10
        write(root, frame.x.label, x, below, anchor="middle")
    if frame.y.label:
        beside = frame.left - 8 - _width_of_names(frame.y)
        write(
            *(root, frame.y.label, beside, y),
            anchor="middle",
            width=frame.height + 20,
            turned=True,
        )


def _width_of_names(axis: Axis) -> float:
    return max(map(width_of, ticks(axis, _STEPS).values()), default=0.0)


def _ticks_across(frame: Frame) -> dict[float, str]:
    """Return the ticks below a panel, as many as there is room for."""
    found = ticks(frame.x, 6)
    for most in range(5, 0, -1):
        if sum(width_of(name) + 8 for name in found.values()) < frame.width:
            break
        found = ticks(frame.x, most)
    return found


def _grid_lines(frame: Frame) -> Iterator[str]:
    for tick in _ticks_across(frame):
        x = short(float(frame.across(np.array(tick))))
        yield f"M{x} {short(frame.top)}v{short(frame.height)}"
    for tick in ticks(frame.y, _STEPS):
        y = short(float(frame.down(np.array(tick))))
        yield f"M{short(frame.left)} {y}h{short(frame.width)}"
