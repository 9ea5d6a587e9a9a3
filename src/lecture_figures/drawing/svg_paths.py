"""Shorter SVG paths: fewer points, each told from the one before.

Matplotlib writes every point of a path from the corner of the drawing, with
a letter before each. Here a point is written from the one before it, in
tenths of a point: a fifth of a pixel on a page, which nobody sees. Points
that lie as close to the line between their neighbours are left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

POINTS = {"M": 1, "L": 1, "C": 3, "Q": 2, "Z": 0}
TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")

Pair = tuple[int, int]
Command = tuple[str, list[Pair]]


def shorter_path(drawn: str, *, per_unit: int = 10) -> str:
    """Return the path with relative coordinates.

    Parameters
    ----------
    drawn : str
        The ``d`` of a path, in absolute commands.
    per_unit : int
        Steps that a unit is divided into: a power of ten.

    Raises
    ------
    ValueError
        If there is a command that Matplotlib never writes.
    """
    decimals = len(str(per_unit)) - 1
    written, before = "", ""
    for command, numbers in _relative(drawn, per_unit):
        letter = "" if command == before and command != "m" else command
        shown = [_short(n / per_unit, decimals) for n in numbers]
        written += letter + _joined(shown, after_letter=bool(letter))
        before = command
    return written


def _relative(drawn: str, per_unit: int) -> Iterator[tuple[str, list[int]]]:
    here: Pair = (0, 0)
    start: Pair = (0, 0)
    for command, points in _without_needless(_absolute(drawn, per_unit)):
        if command == "Z":
            here = start
            yield "z", []
            continue
        steps = [(x - here[0], y - here[1]) for x, y in points]
        here = points[-1]
        if command == "M":
            start = here
        if command == "L":
            yield from _line(*steps[0])
        else:
            yield command.lower(), [n for step in steps for n in step]


def _line(dx: int, dy: int) -> Iterator[tuple[str, list[int]]]:
    if dx and dy:
        yield "l", [dx, dy]
    elif dy:
        yield "v", [dy]
    else:  # of no length too: with round ends it is a dot
        yield "h", [dx]


def _without_needless(commands: Iterable[Command]) -> Iterator[Command]:
    """Leave out of every run of lines what lies on the way."""
    here: Pair = (0, 0)
    for is_line, run in groupby(commands, key=lambda c: c[0] == "L"):
        steps = list(run)
        if is_line:
            corners = simplified([here, *(points[0] for _, points in steps)])
            steps = [("L", [corner]) for corner in corners[1:]]
        yield from steps
        ends = [points[-1] for _, points in steps if points]
        here = ends[-1] if ends else here


def simplified(line: list[Pair]) -> list[Pair]:
    """Return a line without the points that it hardly bends at.

    None of them is further than one step from the line that is left
    (Douglas and Peucker 1973, doi:10.3138/FM57-6770-U75U-7727). The ends of
    a closed line stay, and with them the point furthest from them.
    """
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        gaps = [
            _distance(p, line[first], line[last]) for p in line[first:last]
        ]
        if gaps and max(gaps) > 1:
            middle = first + gaps.index(max(gaps))
            kept.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [point for i, point in enumerate(line) if i in kept]


def _distance(point: Pair, start: Pair, end: Pair) -> float:
    """Return the distance of a point from a line between two others."""
    along = (end[0] - start[0], end[1] - start[1])
    away = (point[0] - start[0], point[1] - start[1])
    length = math.hypot(*along)
    if length == 0:
        return math.hypot(*away)
    share = (away[0] * along[0] + away[1] * along[1]) / length**2
    share = min(max(share, 0), 1)
    return math.dist(away, (share * along[0], share * along[1]))


def _absolute(drawn: str, per_unit: int) -> Iterator[Command]:
    tokens = iter(TOKEN.findall(drawn))
    for token in tokens:
        command = token.upper()
        if command not in POINTS or token == command.lower() != "z":
            raise ValueError(f"no path of Matplotlib's has '{token}': {drawn}")
        numbers = [
            round(float(next(tokens)) * per_unit)
            for _ in range(2 * POINTS[command])
        ]
        yield command, list(zip(numbers[::2], numbers[1::2], strict=True))


def _short(number: float, decimals: int) -> str:
    short = f"{number:.{decimals}f}".rstrip("0").rstrip(".")
    return re.sub(r"^(-?)0\.", r"\1.", short) if short != "-0" else "0"


def _joined(numbers: list[str], *, after_letter: bool) -> str:
    joined = " ".join(numbers).replace(" -", "-")
    return joined if after_letter or joined.startswith("-") else f" {joined}"
