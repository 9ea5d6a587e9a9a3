"""What a command reads it does not overwrite."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from terminal.errors import FileProblemError


def refuse_to_overwrite(out: Path, *inputs: Iterable[Path | None]) -> None:
    """Refuse an output that is a folder, or an input too, by whatever name.

    Parameters
    ----------
    out : Path
        What is to be written.
    *inputs : iterables of Path or None
        What is read.

    Raises
    ------
    FileProblemError
        If it is a folder, or one of them is that file.
    """
    if os.path.isdir(out):  # noqa: PTH112 - no name is too long for it
        raise FileProblemError(out, "cannot be written: it is a folder")
    if any(_is_same(out, path) for each in inputs for path in each if path):
        raise FileProblemError(
            out, "is read as well as written; choose another --out"
        )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)  # by hard links too
    except (OSError, ValueError):  # one of them is not there yet
        return os.path.realpath(one) == os.path.realpath(other)
