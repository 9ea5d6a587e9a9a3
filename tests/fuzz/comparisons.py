"""Comparisons: everything is like itself, and alike goes both ways."""

from __future__ import annotations

import contextlib
import json
import math

from agreement import data as nested
from agreement import texts
from agreement.paths import distance, lines_of
from agreement.tolerance import ToleranceError, stated_in


def one_input(data: bytes) -> None:
    """Compare what stands before and after a zero."""
    halves = data.decode(errors="ignore").split("\0")
    old, new = halves[0], halves[-1]
    _compare_texts(old, new)
    _compare_data(old, new)
    _compare_paths(old, new)
    with contextlib.suppress(ToleranceError):
        stated_in(old)


def _compare_texts(old: str, new: str) -> None:
    assert texts.compare(old, old).verdict == "same"
    there, back = texts.compare(old, new), texts.compare(new, old)
    assert there.verdict == back.verdict
    assert there.absolute == back.absolute


def _compare_data(old: str, new: str) -> None:
    try:
        before, now = json.loads(old), json.loads(new)
    except (ValueError, RecursionError):
        return
    assert nested.compare(before, before).agrees
    there, back = nested.compare(before, now), nested.compare(now, before)
    # What may move is a share of the range that was recorded.
    assert there.absolute == back.absolute or not there.agrees


def _compare_paths(old: str, new: str) -> None:
    try:
        before, now = lines_of(old), lines_of(new)
    except ValueError:  # it is no path
        return
    places = [abs(number) for lines in (before, now) for number in lines.flat]
    if max(places, default=0.0) > 2000:  # far more than a figure is wide
        return
    there, back = distance(before, now), distance(now, before)
    assert there == back or math.isinf(there) or math.isnan(there)
    assert distance(before, before) < 1e-6
