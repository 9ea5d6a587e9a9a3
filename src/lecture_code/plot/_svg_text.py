"""Text of an SVG: how wide it is, about, and what fits."""

import unicodedata
from xml.etree.ElementTree import Element, SubElement

from lecture_code.plot._looks import INK, css
from lecture_code.plot._svg_marks import short

WIDTH = 360.0
LINE = 14.0  # from one line of text to the next
_LETTER = 5.9  # how wide it is


def legible(text: str) -> str:
    """Return text without what XML cannot hold."""
    return "".join(
        " " if unicodedata.category(c) in {"Cc", "Cs", "Cn"} else c
        for c in text
    )


def width_of(text: str) -> float:
    """Return about how wide a text is; some letters are twice as wide."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return _LETTER * (len(text) + wide)


def fitting(text: str, width: float) -> str:
    """Return a text, or as much of it as has a place."""
    text = legible(text)
    if width_of(text) <= width:
        return text
    while text and width_of(text) > width - _LETTER:
        text = text[:-1]
    return f"{text}…"


def write(
    parent: Element,
    text: str,
    x: float,
    y: float,
    *,
    anchor: str = "start",
    width: float = WIDTH,
    colour: tuple[str, str] = INK,
    turned: bool = False,
) -> None:
    """Write a line of text into an SVG.

    Parameters
    ----------
    parent : Element
    text : str
    x, y : float
        Where its base line begins, or has its middle or its end.
    anchor : {"start", "middle", "end"}
    width : float
        What it must not exceed; the rest is cut off.
    colour : tuple of str
    turned : bool
        Whether it goes upwards.
    """
    place = {"x": short(x), "y": short(y)}
    if turned:
        place = {"transform": f"translate({short(x)} {short(y)}) rotate(-90)"}
    style = f"fill:{css(colour)};text-anchor:{anchor}"
    written = SubElement(parent, "text", {**place, "style": style})
    written.text = fitting(text, width)
