"""How a program failed, told by the reader's own line."""

from __future__ import annotations

import traceback
from types import FrameType, TracebackType

from lecture_live.mistakes.table import hint_for
from lecture_live.result import Failure


def failure_of(error: BaseException, name: str, code: str) -> Failure:
    """Return what a reader is told about an error.

    Parameters
    ----------
    error : BaseException
        What ended the program.
    name : str
        What the program is called; frames of other files are left out.
    code : str
        The program.
    """
    line = _line_of(error, name)
    lines = code.splitlines()
    known = line is not None and 0 < line <= len(lines)
    source = lines[line - 1].strip() if line and known else ""
    return Failure(
        line if known else None, source, _text(error), hint_about(error)
    )


def hint_about(error: BaseException) -> str | None:
    """Return a sentence about a common mistake, or None for another."""
    return hint_for(error, _raised_in(error))


def _line_of(error: BaseException, name: str) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == name:
        return error.lineno
    own = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == name
    ]
    return own[-1] if own else None


def _text(error: BaseException) -> str:
    kind = type(error).__name__.lstrip("_")
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{kind}: {said}" if said else kind


def _raised_in(error: BaseException) -> tuple[FrameType, int] | None:
    """Return the innermost frame of Python, and its last instruction."""
    at: TracebackType | None = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    return (at.tb_frame, at.tb_lasti) if at else None
