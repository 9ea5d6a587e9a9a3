"""What a command reads it does not overwrite."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from terminal.errors import FileProblemError


def refuse_to_overwrite(out: Path, *inputs: Iterable[Path | None]) -> None:
    """Refuse an output that is an input too, by whatever name.

    Parameters
    ----------
    out : Path
        What is to be written.
    *inputs : iterables of Path or None
        What is read.

    Raises
    ------
    FileProblemError
        If one of them is that file.
    """
    if any(_is_same(out, path) for each in inputs for path in each if path):
        raise FileProblemError(
            out, "is read as well as written; choose another --out"
        )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)  # by hard links too
    except (OSError, ValueError):  # one of them is not there yet
        return os.path.realpath(one) == os.path.realpath(other)
