"""What goes wrong, in one line that names the file."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path

# Line ends, what moves the cursor or turns the direction of a line, and the
# bytes of a name that are no sign.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def one_line(text: str) -> str:
    """Write what would steer a terminal, end a line or break it, as escapes.

    The name of a file may hold both.
    """
    return _STEERING.sub(
        lambda sign: sign[0].encode("unicode_escape").decode("ascii"), text
    )


def place(file: str, line: int) -> str:
    """Name a line of a file as editors and terminals link it.

    Parameters
    ----------
    file : str
        The file.
    line : int
        Counted from 1; 0 if it is not known.
    """
    return f"{file}:{line}" if line else file


class FileProblemError(Exception):
    """A file that cannot be used.

    Parameters
    ----------
    path : Path or str
        The file.
    what : str
        What is wrong with it, and what to do; no line break.
    line : int
        Where that shows, counted from 1; 0 if it is nowhere or everywhere.
    """

    def __init__(self, path: Path | str, what: str, line: int = 0) -> None:
        super().__init__(path, what, line)
        self.path = Path(path)
        self.what = what
        self.line = line

    def __str__(self) -> str:
        where = place(str(self.path), self.line)
        return one_line(f"{where}: {' '.join(self.what.split())}")


@dataclass(frozen=True)
class Failure:
    """Why one item could not be done.

    Parameters
    ----------
    message : str
        One line that names the file.
    trace : str
        Where an unexpected error came from; empty for an expected one.
    """

    message: str
    trace: str = ""


def unexpected(name: str, error: Exception) -> Failure:
    """Describe an error that nobody foresaw, in one line."""
    said = " ".join(f"{type(error).__name__}: {error}".split())
    trace = "".join(traceback.format_exception(error))
    return Failure(one_line(f"{name}: unexpected {said}"), trace)
