"""What a program prints, passed on as it comes, up to a limit."""

from __future__ import annotations

import io
from collections.abc import Callable

LIMIT = 100_000  # characters; a page that shows more of them slows down
_LONG = 1000  # characters of a line that are held back
CUT = f"\n… The rest is not shown: a page shows {LIMIT:,} characters.\n"

Write = Callable[[str], None]


class Output:
    """The output of one run.

    Parameters
    ----------
    write : callable
        Is given each text that is printed.
    limit : int
        After so many characters a sentence says that the rest is cut.
    """

    def __init__(self, write: Write, limit: int = LIMIT) -> None:
        self._write = write
        self._left = limit
        self.cut = False
        self.errors = Stream(self.pass_on)
        self.printed = Stream(self.pass_on, kept=limit)

    def flush(self) -> None:
        """Pass on what waits for the end of its line."""
        self.printed.flush()
        self.errors.flush()

    def pass_on(self, text: str) -> None:
        """Write a text, or as much of it as the limit lets through."""
        if self.cut or not text:
            return
        self._write(text[: self._left])
        self.cut = len(text) > self._left
        self._left -= len(text)
        if self.cut:
            self._write(CUT)


class Stream(io.TextIOBase):
    """A text file that only passes on what is written, line by line.

    Parameters
    ----------
    pass_on : callable
        Is given each text.
    kept : int
        How many characters of all are remembered.
    """

    encoding = "utf-8"

    def __init__(self, pass_on: Write, kept: int = 0) -> None:
        super().__init__()
        self._pass_on = pass_on
        self._left = kept
        self._texts: list[str] = []
        self._line = ""

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Pass a text on and return its length."""
        if self._left > 0:
            self._texts.append(text[: self._left])
            self._left -= len(text)
        self._line += text
        if "\n" in text or len(self._line) > _LONG:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Pass on what was written, be its line ended or not."""
        self._line, line = "", self._line
        self._pass_on(line)

    @property
    def text(self) -> str:
        """What was written, as far as it is remembered."""
        return "".join(self._texts)
