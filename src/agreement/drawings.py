"""Whether two SVG drawings look the same.

Elements, words and the way that lines are drawn must be equal; places may
move by what nobody sees. A path is compared as a set of points and lines: no
point of either may lie far from the other. So it does not matter where a
curve has its corners, which rounding decides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import numpy as np

from agreement import texts
from agreement.difference import SAME, Difference, differs, worst
from agreement.paths import distance, lines_of
from agreement.shown_change import change

SEEN = 1.0  # points: half the width of a curve
SEEN_IN_MARKS = 0.1  # of what is a few points wide, and drawn many times
MARK = 12.0  # points: nothing that is defined to be used is a larger mark
COLOUR = 6 / 255  # of a channel
SHARE = 0.02  # of a number in a style, such as an opacity
PLACES = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height")
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_TURN = re.compile(r"rotate\((\S+) (\S+) (\S+)\)|translate\((\S+) (\S+)\)")
_DEFS = "{http://www.w3.org/2000/svg}defs"


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
    old, new = map(ElementTree.fromstring, (recorded, drawn))
    return worst(_differences(old, new, SEEN + wider, wider))


def _differences(
    old: ElementTree.Element,
    new: ElementTree.Element,
    allowed: float,
    wider: float,
) -> Iterator[Difference]:
    """Yield how an element differs, and then what stands in it."""
    wrong = _structure(old, new, wider)
    if wrong:
        yield differs(wrong)
        return
    moved = _moved(old, new)
    note = f"{_name(old)} moved by {moved:.2g} points, allowed {allowed:.2g}"
    if not moved <= allowed:  # nor if it is no number
        yield Difference("differs", moved, None, note)
    elif moved:
        yield Difference("within tolerance", moved, None, note)
    for before, now in zip(old, new, strict=True):
        is_mark = old.tag == _DEFS and _extent(before) <= MARK
        inside = SEEN_IN_MARKS if is_mark else allowed
        yield from _differences(before, now, inside, wider)


def _extent(element: ElementTree.Element) -> float:
    """Return how wide or high a path is, in points."""
    places = lines_of(element.get("d", "")).reshape(-1, 2)
    return float(np.ptp(places, axis=0).max()) if len(places) else math.inf


def _name(element: ElementTree.Element) -> str:
    tag = element.tag.rpartition("}")[2]
    words = (element.text or "").strip() or element.get("style", "")
    return f"<{tag}> {words[:60]}".strip()


def _structure(
    old: ElementTree.Element, new: ElementTree.Element, wider: float
) -> str:
    """Return what differs that is no place; nothing if all is equal."""
    if old.tag != new.tag:
        return change(_name(old), _name(new))
    if len(old) != len(new):
        return f"{_name(old)} holds {len(old)} → {len(new)} elements"
    for before, now in ((old.text, new.text), (old.tail, new.tail)):
        if not _says_the_same(before or "", now or "", wider):
            return f"words: {change(before or '', now or '')}"
    for key in sorted(old.attrib.keys() | new.attrib.keys()):
        before, now = old.get(key, ""), new.get(key, "")
        filled = "fill:none" not in old.get("style", "")
        if before != now and not _may_move(key, before, now, filled):
            return f"{_name(old)}: {key} {change(before, now)}"
    return ""


def _says_the_same(old: str, new: str, wider: float) -> bool:
    """Labels are words; only a figure that may move has numbers that do."""
    return old == new or (wider > 0 and texts.compare(old, new).agrees)


def _may_move(key: str, old: str, new: str, filled: bool) -> bool:
    """Tell whether an attribute holds places, or a style like the other.

    A line is the same in other pieces, but an area has as many edges.
    """
    if key == "style":
        return _is_alike(old, new)
    if key == "d" and filled:
        return all(_count(old, c) == _count(new, c) for c in "mz")
    return key in PLACES or key in ("d", "transform")


def _count(path: str, command: str) -> int:
    return path.lower().count(command)


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
    places = [
        abs(float(old.get(key, "0")) - float(new.get(key, "0")))
        for key in PLACES
        if old.get(key) != new.get(key)
    ]
    turned = _turned(old.get("transform", ""), new.get("transform", ""))
    paths = old.get("d", ""), new.get("d", "")
    along = 0.0 if paths[0] == paths[1] else distance(*map(lines_of, paths))
    return max(*places, turned, along, 0.0)


def _turned(old: str, new: str) -> float:
    """Return how far a turn or a shift moved; infinite if its angle did."""
    before, now = _TURN.fullmatch(old), _TURN.fullmatch(new)
    if old == new:
        return 0.0
    if not before or not now or before[1] != now[1]:
        return math.inf
    pairs = zip(before.groups()[1:], now.groups()[1:], strict=True)
    return max(abs(float(a or 0) - float(b or 0)) for a, b in pairs)
