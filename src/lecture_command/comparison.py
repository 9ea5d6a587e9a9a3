"""How far what was printed is from what was recorded."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

Verdict = Literal["same", "last digit", "differs"]

_NUMBER = re.compile(
    r"[-+−]?(?:\d+(?:,\d{3})+|\d+)(?:\.\d*)?(?:e[-+]?\d+)?"
    r"|[-+−]?\b(?:nan|inf)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Difference:
    """What became of an output.

    Parameters
    ----------
    verdict : {"same", "last digit", "differs"}
        The same text; the same but for numbers that are at most one apart
        in their last decimal place; or something else.
    absolute, relative : float or None
        The largest differences of two numbers in the same place; None if
        the words differ too, so that no number has a partner.
    note : str
        The first line that differs, as recorded and as printed.
    """

    verdict: Verdict
    absolute: float | None = 0.0
    relative: float | None = 0.0
    note: str = ""


def compare(recorded: str, printed: str) -> Difference:
    """Compare what was recorded with what was printed.

    Numbers are compared one by one, words as they are, spaces not at all.
    A number without decimals is a count or a size, so it must be equal.
    """
    note = _first_difference(recorded, printed)
    if not note:
        return Difference("same")
    if _words(recorded) != _words(printed):
        return Difference("differs", None, None, note)
    pairs = list(
        zip(_NUMBER.findall(recorded), _NUMBER.findall(printed), strict=True)
    )
    close = all(_is_close(old, new) for old, new in pairs)
    return Difference(
        "last digit" if close else "differs",
        max((_absolute(old, new) for old, new in pairs), default=0.0),
        max((_relative(old, new) for old, new in pairs), default=0.0),
        note,
    )


def _first_difference(recorded: str, printed: str) -> str:
    lines = zip_longest(
        _lines(recorded), _lines(printed), fillvalue="(nothing)"
    )
    return next((f"{o} → {n}" for o, n in lines if o != n), "")


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


def _words(text: str) -> list[str]:
    return _NUMBER.sub(" # ", text).split()


def _value(number: str) -> float:
    return float(number.replace(",", "").replace("−", "-"))


def _is_close(recorded: str, printed: str) -> bool:
    tolerance = _last_place(recorded) * (1 + 1e-9)
    apart = _absolute(recorded, printed)
    return apart <= tolerance


def _last_place(number: str) -> float:
    """Return the worth of a one in the last place; 0 without decimals."""
    digits, _, power = number.lower().partition("e")
    decimals = len(digits.partition(".")[2])
    exponent = int(power or 0) - decimals
    return 10.0**exponent if decimals or power else 0.0


def _absolute(recorded: str, printed: str) -> float:
    old, new = _value(recorded), _value(printed)
    if old == new or (math.isnan(old) and math.isnan(new)):
        return 0.0
    apart = abs(old - new)
    return math.inf if math.isnan(apart) else apart


def _relative(recorded: str, printed: str) -> float:
    apart = _absolute(recorded, printed)
    largest = max(abs(_value(recorded)), abs(_value(printed)))
    if not apart or math.isinf(apart):
        return apart
    return apart / largest
