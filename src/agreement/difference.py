"""What became of a result that was made again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "within tolerance", "differs"]
VERDICTS: tuple[Verdict, ...] = ("same", "within tolerance", "differs")


@dataclass(frozen=True)
class Difference:
    """How a result that was made again differs from the recorded one.

    Parameters
    ----------
    verdict : {"same", "within tolerance", "differs"}
        Nothing moved; numbers moved by no more than is allowed; or words or
        counts changed, or a number moved further.
    absolute, relative : float or None
        The largest differences of two numbers in the same place; None if
        the words differ, so that no number has a partner.
    note : str
        What moved, by how much, and what was allowed.
    """

    verdict: Verdict
    absolute: float | None = 0.0
    relative: float | None = 0.0
    note: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the recorded result still stands."""
        return self.verdict != "differs"


SAME = Difference("same")


def differs(note: str) -> Difference:
    """Return that something other than a number differs."""
    return Difference("differs", None, None, note)


def worst(differences: Iterable[Difference]) -> Difference:
    """Return the first of those with the worst verdict; none is the same."""
    return max(
        differences,
        key=lambda difference: VERDICTS.index(difference.verdict),
        default=SAME,
    )
