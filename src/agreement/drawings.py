"""Whether two SVG drawings look the same.

Elements, words and the way that lines are drawn must be equal; places may
move by what nobody sees. A path is compared as a set of points and lines: no
point of either may lie far from the other. So it does not matter where a
curve has its corners, which rounding decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray

from agreement import texts
from agreement.difference import SAME, Difference, differs
from agreement.paths import distance, lines_of

SEEN = 1.0  # points: half the width of a curve
COLOUR = 6 / 255  # of a channel
SHARE = 0.02  # of a number in a style, such as an opacity
PLACES = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height")
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")

Lines = NDArray[np.float64]


def compare(recorded: str, drawn: str, wider: float = 0.0) -> Difference:
    """Compare a drawing with the recorded one.

    Parameters
    ----------
    recorded, drawn : str
        SVG.
    wider : float
        Points that a place may move beyond what nobody sees.
    """
    if recorded == drawn:
        return SAME
    allowed, furthest = SEEN + wider, 0.0
    pairs = zip_longest(*map(_elements, (recorded, drawn)))
    for old, new in pairs:
        wrong = _structure(old, new)
        if wrong:
            return differs(wrong)
        moved = _moved(old, new)
        furthest = max(furthest, moved)
        if moved > allowed:
            note = f"{_name(old)} moved by {moved:.2g} points"
            note += f", allowed {allowed:.2g}"
            return Difference("differs", moved, None, note)
    return Difference("within tolerance", furthest, None, "")


def _elements(svg: str) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(svg).iter()


def _name(element: ElementTree.Element) -> str:
    tag = element.tag.rpartition("}")[2]
    words = (element.text or "").strip() or element.get("style", "")
    return f"<{tag}> {words[:60]}".strip()


def _structure(
    old: ElementTree.Element | None, new: ElementTree.Element | None
) -> str:
    """Return what differs that is no place; nothing if all is equal."""
    if old is None or new is None:
        kept = new if old is None else old
        assert kept is not None
        return f"{_name(kept)} is {'new' if old is None else 'gone'}"
    if old.tag != new.tag:
        return f"{_name(old)} → {_name(new)}"
    if not texts.compare(old.text or "", new.text or "").agrees:
        return f"words: {(old.text or '')[:80]} → {(new.text or '')[:80]}"
    for key in old.attrib.keys() | new.attrib.keys():
        if key in PLACES or key in ("d", "points", "transform"):
            continue
        before, now = old.get(key, ""), new.get(key, "")
        if before != now and not _is_alike(before, now):
            return f"{_name(old)}: {key} {before} → {now}"
    return ""


def _is_alike(old: str, new: str) -> bool:
    """Tell whether two styles differ by shades and hairs alone."""
    if _without_numbers(old) != _without_numbers(new):
        return False
    shades = zip(_HEX.findall(old), _HEX.findall(new), strict=True)
    numbers = zip(_numbers(old), _numbers(new), strict=True)
    return all(_shade(a, b) <= COLOUR for a, b in shades) and all(
        abs(a - b) <= SHARE * max(abs(a), abs(b)) for a, b in numbers
    )


def _without_numbers(style: str) -> str:
    return _NUMBER.sub("0", _HEX.sub("#", style))


def _numbers(style: str) -> list[float]:
    return [float(n) for n in _NUMBER.findall(_HEX.sub("", style))]


def _shade(old: str, new: str) -> float:
    pairs = zip(bytes.fromhex(old[1:]), bytes.fromhex(new[1:]), strict=True)
    return max(abs(a - b) for a, b in pairs) / 255


def _moved(old: ElementTree.Element, new: ElementTree.Element) -> float:
    """Return how far the places of an element moved, in points."""
    places = (
        abs(float(old.get(key, "0")) - float(new.get(key, "0")))
        for key in PLACES
    )
    turned = _turned(old.get("transform", ""), new.get("transform", ""))
    paths = old.get("d", ""), new.get("d", "")
    along = 0.0 if paths[0] == paths[1] else distance(*map(lines_of, paths))
    return max(*places, turned, along)


def _turned(old: str, new: str) -> float:
    if _without_numbers(old) != _without_numbers(new):
        return float("inf")
    pairs = zip(_numbers(old), _numbers(new), strict=True)
    return max((abs(a - b) for a, b in pairs), default=0.0)
