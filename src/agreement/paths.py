"""The distance of two SVG paths."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "q": 4, "z": 0}
_PER_BEND = 8  # lines that stand for a curve
STEP = 1.0  # points between two places of a line that are looked at
_AT_ONCE = 1000  # points, so that no matrix grows large

Lines = NDArray[np.float64]  # (n_lines, 2 ends, 2 coordinates)
Points = NDArray[np.float64]  # (n_points, 2 coordinates)


def lines_of(path: str) -> Lines:
    """Return the straight lines of a path, bends as several.

    Parameters
    ----------
    path : str
        The ``d`` of an SVG path, in absolute or relative commands.

    Raises
    ------
    ValueError
        If it is no path, or has a command that figures never use.
    """
    lines: list[Points] = []
    here = start = np.zeros(2)
    for command, numbers in _commands(path):
        origin = here if command.islower() else np.zeros(2)
        corners = _corners(command.lower(), numbers, here, origin, start)
        if command in "mM":
            here = start = corners[-1]
            corners = np.array([here, here])  # a dot, if nothing follows
        lines += [corners[i : i + 2] for i in range(len(corners) - 1)]
        here = corners[-1]
    return np.array(lines).reshape(-1, 2, 2)


def _commands(path: str) -> list[tuple[str, list[float]]]:
    tokens, found, command = _TOKEN.findall(path), [], ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
            if command.lower() not in _TAKES:
                raise ValueError(f"'{command}' is no command of figures")
        if not command:
            raise ValueError(f"a path begins with a command: {path[:20]}")
        count = _TAKES[command.lower()]
        numbers = [float(t) for t in tokens[:count] if not t.isalpha()]
        if len(numbers) < count:
            raise ValueError(f"'{command}' is followed by {count} numbers")
        found.append((command, numbers))
        del tokens[:count]
        command = {"m": "l", "M": "L"}.get(command, command)
        if not count and tokens and not tokens[0].isalpha():
            raise ValueError(f"a number follows '{command}'")
    return found


def _corners(
    command: str,
    numbers: list[float],
    here: NDArray[np.float64],
    origin: NDArray[np.float64],
    start: NDArray[np.float64],
) -> Points:
    """Return the points that a command leads over, the first included."""
    if command == "z":
        return np.array([here, start])
    if command == "h":
        return np.array([here, [origin[0] + numbers[0], here[1]]])
    if command == "v":
        return np.array([here, [here[0], origin[1] + numbers[0]]])
    points = np.array(numbers).reshape(-1, 2) + origin
    return _bent(np.array([here, *points]))


def _bent(controls: Points) -> Points:
    """Return points of a Bézier curve, by de Casteljau's construction."""
    if len(controls) == 2:
        return controls
    steps = np.linspace(0, 1, _PER_BEND + 1)[:, None, None]
    level = np.repeat(controls[None], len(steps), axis=0)
    while level.shape[1] > 1:
        level = (1 - steps) * level[:, :-1] + steps * level[:, 1:]
    return level[:, 0]


def distance(old: Lines, new: Lines) -> float:
    """Return how far a point of one set of lines lies from the other set.

    The larger of both ways; infinite if one of them is empty.
    """
    if not len(old) or not len(new):
        return 0.0 if len(old) == len(new) else float("inf")
    return max(_furthest(old, new), _furthest(new, old))


def _furthest(points_of: Lines, lines: Lines) -> float:
    points = _along(points_of)
    return max(
        float(_to_nearest(points[i : i + _AT_ONCE], lines).max())
        for i in range(0, len(points), _AT_ONCE)
    )


def _along(lines: Lines) -> Points:
    """Return places all along lines: between its ends a line may be alone."""
    steps = lines[:, 1] - lines[:, 0]
    counts = np.ceil(np.hypot(*steps.T) / STEP).astype(int).clip(1)
    which = np.repeat(np.arange(len(lines)), counts + 1)
    shares = np.concatenate([np.linspace(0, 1, n + 1) for n in counts])
    places: Points = lines[which, 0] + shares[:, None] * steps[which]
    return places


def _to_nearest(points: Points, lines: Lines) -> NDArray[np.float64]:
    """Return the distance of every point from the line nearest to it."""
    starts, along = lines[:, 0], lines[:, 1] - lines[:, 0]
    away = points[:, None] - starts  # (n_points, n_lines, 2)
    squares = np.maximum(np.sum(along**2, axis=1), 1e-12)
    shares = np.clip(np.sum(away * along, axis=2) / squares, 0, 1)
    gaps = away - shares[:, :, None] * along
    nearest: NDArray[np.float64] = np.sqrt(np.min(np.sum(gaps**2, 2), axis=1))
    return nearest
