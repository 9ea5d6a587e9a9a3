"""How far what was printed is from what was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from agreement.difference import SAME, Difference, differs
from agreement.shown_change import change
from agreement.shown_numbers import (
    NUMBER,
    ROUNDING,
    count,
    distance,
    is_whole,
    last_place,
    relative_distance,
    value,
)
from agreement.tolerance import NO_MORE, Tolerance, ToleranceError


@dataclass(frozen=True)
class _Pair:
    """A number as it was recorded, and the one that now stands there."""

    old: str
    new: str
    tolerance: Tolerance

    @property
    def absolute(self) -> float:
        if is_whole(self.old) and is_whole(self.new):
            return float(abs(count(self.old) - count(self.new)))
        return distance(value(self.old), value(self.new))

    @property
    def relative(self) -> float:
        return relative_distance(value(self.old), value(self.new))

    @property
    def allowed(self) -> float:
        """Half a unit in the last place for each of the two.

        Both were rounded, so numbers that differ by mere noise are shown
        one unit apart where a border of rounding lies between them.
        """
        places = map(last_place, (self.old, self.new))
        unit = min(filter(None, places), default=0.0)
        stated = self.tolerance.around(value(self.old))
        return (unit / 2 + unit / 2) * (1 + ROUNDING) + stated

    @property
    def is_close(self) -> bool:
        return self.absolute <= self.allowed

    def __str__(self) -> str:
        return (
            f"{self.old} → {self.new} "
            f"(moved by {self.absolute:.2g}, allowed {self.allowed:.2g})"
        )


def compare(
    recorded: str, printed: str, tolerance: Tolerance = NO_MORE
) -> Difference:
    """Compare what was recorded with what was printed.

    Numbers are compared one by one, words as they are, spaces not at all.
    A number without decimals is a count or a size, so it must be equal
    unless a tolerance is stated.

    Parameters
    ----------
    recorded, printed : str
    tolerance : Tolerance
        What is allowed beyond the digits that are displayed.

    Raises
    ------
    ToleranceError
        If the tolerance is wider than every number in the record.
    """
    _refuse_too_wide(tolerance, recorded)
    line = _first_difference(recorded, printed)
    if not line:
        return SAME
    if _words(recorded) != _words(printed):
        return differs(line)
    numbers = map(NUMBER.findall, (recorded, printed))
    pairs = [
        _Pair(old, new, tolerance) for old, new in zip(*numbers, strict=True)
    ]
    if not pairs:
        return Difference("within tolerance", note=line)
    furthest = max(pairs, key=lambda pair: (not pair.is_close, pair.absolute))
    return Difference(
        "within tolerance" if furthest.is_close else "differs",
        max(pair.absolute for pair in pairs),
        max(pair.relative for pair in pairs),
        f"{line}; {furthest}",
    )


def _refuse_too_wide(tolerance: Tolerance, recorded: str) -> None:
    largest = max(
        (abs(value(number)) for number in NUMBER.findall(recorded)),
        default=0.0,
    )
    if tolerance.absolute and tolerance.absolute >= largest:
        raise ToleranceError(
            f"the tolerance {tolerance.absolute:g} is wider than every "
            f"number that it is for; the largest is {largest:g}"
        )


def _first_difference(recorded: str, printed: str) -> str:
    lines = zip_longest(
        _lines(recorded), _lines(printed), fillvalue="(nothing)"
    )
    return next((change(o, n) for o, n in lines if o != n), "")


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


def _words(text: str) -> list[list[str]]:
    """Return the words of each line; a number is a sign that no text has."""
    return [NUMBER.sub(" \0 ", line).split() for line in _lines(text)]
