"""Files that people write, read by one rule; what cannot be read is told."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from lecture_site.basics.problems import Problem, ProblemError
from terminal.errors import FileProblemError
from terminal.text_files import MOST_BYTES, MOST_BYTES_OF_A_TEXT, read_text

_LINE = re.compile(r"\(at line (\d+),")


def read_source(path: Path, most: int = MOST_BYTES_OF_A_TEXT) -> str:
    """Return the text of a file; see `terminal.text_files` for the rule.

    MkDocs and Python read the same files, so UTF-16 is refused.

    Parameters
    ----------
    path : Path
    most : int
        How many bytes it may have; a person writes fewer than a program.

    Raises
    ------
    ProblemError
        If it is no text, or cannot be read.
    """
    try:
        return read_text(path, most, utf_16=False)
    except FileProblemError as error:
        what, _, remedy = error.what.rpartition("; ")
        problem = Problem(what or remedy, remedy, from_here(path), error.line)
        raise ProblemError(problem) from error


def read_made(path: Path) -> str:
    """Return a text that the build has made; it grows with the lectures."""
    return read_source(path, MOST_BYTES)


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file says; nothing if there is none.

    Raises
    ------
    ProblemError
        If it is no text, or no TOML.
    """
    if not path.exists():
        return {}
    try:
        return tomllib.loads(read_source(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE.search(str(error))
        what = f"this is no TOML: {str(error).partition(' (at ')[0]}"
        remedy = "mend it; mostly a quote or a bracket is missing"
        line = int(found[1]) if found else 0
        problem = Problem(what, remedy, from_here(path), line)
        raise ProblemError(problem) from error


def from_here(path: Path) -> str:
    """Return a file as messages name it, from the working directory on."""
    here = Path.cwd()
    named = path.relative_to(here) if path.is_relative_to(here) else path
    return named.as_posix()


def as_some_disks_see(name: str) -> str:
    """Return a name as it is where case and form of letters do not count.

    Two names that are equal then are one file on macOS or Windows.
    """
    return unicodedata.normalize("NFC", name.casefold())
