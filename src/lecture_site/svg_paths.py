"""Shorter SVG paths: from point to point instead of from the corner.

Matplotlib writes every point of a path from the corner of the drawing, with
a letter before each. Here a point is written from the one before it, in
tenths of a point: a fifth of a pixel on a page, which nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

POINTS = {"M": 1, "L": 1, "C": 3, "Q": 2, "Z": 0}
TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")

Pair = tuple[int, int]


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
    for command, points in _absolute(drawn, per_unit):
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


def _absolute(drawn: str, per_unit: int) -> Iterator[tuple[str, list[Pair]]]:
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
