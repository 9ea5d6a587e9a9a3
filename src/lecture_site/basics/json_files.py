"""JSON files that tools and merges write: read whole, or told in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from lecture_site.basics import whole_files
from lecture_site.basics.problems import Problem, ProblemError

Kind = TypeVar("Kind", bound=dict[str, object] | list[object])


def read_json(path: Path, kind: type[Kind], remedy: str) -> Kind:
    """Return what a file holds; an empty one of its kind if there is none.

    Parameters
    ----------
    path : Path
    kind : type
        `dict` or `list`.
    remedy : str
        What helps if the file cannot be read.

    Raises
    ------
    ProblemError
        If it is no JSON, or not of that kind: half written, or with the
        marks of a merge in it.
    """
    if not path.exists():
        return kind()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:  # of the text, or of its encoding
        raise ProblemError(_unreadable(path, str(error), remedy)) from error
    if not isinstance(found, kind):
        what = f"it holds no {kind.__name__}"
        raise ProblemError(_unreadable(path, what, remedy))
    return found


def read_cache(path: Path, kind: type[Kind]) -> Kind:
    """Return what a cache holds; nothing if it is damaged or not there."""
    try:
        return read_json(path, kind, "")
    except ProblemError:
        return kind()


def _unreadable(path: Path, why: str, remedy: str) -> Problem:
    return Problem(f"{path.name} cannot be read: {why}", remedy, str(path))


def write_whole(path: Path, text: str) -> None:
    """Write a text with Unix line ends, or leave the last one as it is."""
    whole_files.write_whole(path, text.encode())
