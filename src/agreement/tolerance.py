"""What may move, by how much, and why."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

STATED = re.compile(
    r"^# Agrees within (?P<size>\S+?)(?P<percent> ?%)?: (?P<reason>.*)$",
    re.MULTILINE,
)
_BEGUN = re.compile(r"^#\s*agrees within\b.*$", re.MULTILINE | re.IGNORECASE)


class ToleranceError(ValueError):
    """Raised for a tolerance that allows everything, or says no reason."""


@dataclass(frozen=True)
class Tolerance:
    """How far a number may be from the recorded one.

    Parameters
    ----------
    absolute : float
        In the unit of the number.
    relative : float
        As a share of the recorded number; below 1.
    reason : str
        Why the digits that are displayed are not enough.
    """

    absolute: float = 0.0
    relative: float = 0.0
    reason: str = ""

    def __post_init__(self) -> None:
        sizes = (self.absolute, self.relative)
        if not all(math.isfinite(size) and size >= 0 for size in sizes):
            raise ToleranceError(f"{sizes} are no tolerances")
        if self.relative >= 1:
            raise ToleranceError(
                f"a tolerance of {100 * self.relative:g} % is wider than "
                "the value that it is for"
            )
        if any(sizes) and not self.reason:
            raise ToleranceError("a tolerance needs its reason beside it")

    def around(self, recorded: float) -> float:
        """Return how far a number may lie from this one."""
        share = self.relative * abs(recorded)
        return self.absolute + (share if math.isfinite(share) else 0.0)


NO_MORE = Tolerance()


def statements(source: str) -> list[str]:
    """Return the lines of a program that speak of a tolerance."""
    return _BEGUN.findall(source)


def stated_in(source: str) -> Tolerance:
    """Return the tolerance that a program states for what it prints.

    It is a line of its own: ``# Agrees within 0.02: ...`` or, as a share of
    each number, ``# Agrees within 2 %: ...``, with the reason at its end.
    """
    begun = statements(source)
    if not begun:
        return NO_MORE
    stated = STATED.search(source)
    try:
        if stated is None:
            raise ValueError
        size, reason = float(stated["size"]), stated["reason"].strip()
    except ValueError:
        raise ToleranceError(
            f"'{begun[0]}' is not of the form '# Agrees within 0.02: reason' "
            "or '# Agrees within 2 %: reason'"
        ) from None
    if stated["percent"]:
        return Tolerance(relative=size / 100, reason=reason)
    return Tolerance(absolute=size, reason=reason)
