"""What goes wrong with a file, in one line that names it."""

from __future__ import annotations

from pathlib import Path


class FileProblemError(Exception):
    """A file that cannot be used.

    Parameters
    ----------
    path : Path or str
        The file.
    what : str
        What is wrong with it, and what to do; no line break.
    """

    def __init__(self, path: Path | str, what: str) -> None:
        super().__init__(path, what)
        self.path = Path(path)
        self.what = what

    def __str__(self) -> str:
        return f"{self.path}: {' '.join(self.what.split())}"
