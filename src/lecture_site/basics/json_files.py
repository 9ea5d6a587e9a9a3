"""JSON files that tools and merges write: read whole, or told in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

from lecture_site.basics import whole_files
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.sources import from_here
from terminal.errors import FileProblemError
from terminal.text_files import MOST_BYTES, read_text

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
        marks of a merge in it, or with two entries of one name.
    """
    if not path.exists():
        return kind()
    try:
        text = read_text(path, MOST_BYTES, utf_16=False)
        found = json.loads(text, object_pairs_hook=_each_once)
    except FileProblemError as error:
        raise _unreadable(path, error.what, remedy, error.line) from error
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise _unreadable(path, str(error), remedy, line) from error
    if not isinstance(found, kind):
        raise _unreadable(path, f"it holds no {kind.__name__}", remedy)
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; JSON itself would take the last of two entries."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"it has two entries '{twice}'")
    return found


def read_cache(path: Path, kind: type[Kind]) -> Kind:
    """Return what a cache holds; nothing if it is damaged or not there."""
    try:
        return read_json(path, kind, "")
    except ProblemError:
        return kind()


def _unreadable(
    path: Path, why: str, remedy: str, line: int = 0
) -> ProblemError:
    what = f"{path.name} cannot be read: {why}"
    return ProblemError(Problem(what, remedy, from_here(path), line))


def write_whole(path: Path, text: str) -> None:
    """Write a text with Unix line ends, or leave the last one as it is."""
    whole_files.write_whole(path, text.encode())
