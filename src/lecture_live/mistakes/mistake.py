"""An error as the sentences about mistakes look at it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from types import FrameType


@dataclass(frozen=True)
class Raised:
    """An error and where Python raised it.

    Parameters
    ----------
    error : BaseException
        The error.
    frame : frame or None
        The innermost one; None for a program that did not begin.
    instruction : int
        The offset of the instruction in the code of the frame.
    """

    error: BaseException
    frame: FrameType | None
    instruction: int

    @property
    def text(self) -> str:
        """What Python says."""
        return str(self.error)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the name that was probably meant, or None."""
    near = difflib.get_close_matches(name, sorted(set(known)), 1, 0.7)
    return near[0] if near else None
