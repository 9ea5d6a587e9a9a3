"""Where the listings and the record of all measurements lie."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from terminal.errors import FileProblemError
from terminal.text_files import read_text

_PACKAGE = Path(__file__).parent


NEVER_RECORDED = "it has never been recorded: `make record` does so"


class NotShippedError(Exception):
    """Raised when neither the package nor a checkout holds the listings."""


@dataclass(frozen=True)
class Snippet:
    """A listing: a program that shows one thing, with what it prints.

    Parameters
    ----------
    path : Path
        Its file, `PAGE/NAME.py`.
    """

    path: Path

    @property
    def page(self) -> str:
        """The page that shows it."""
        return self.path.parent.name

    @property
    def name(self) -> str:
        """Its page and its own name."""
        return f"{self.page}/{self.path.stem}"

    @property
    def source(self) -> str:
        """The program."""
        return read_text(self.path, utf_16=False)

    @property
    def output(self) -> str | None:
        """What it printed when it was recorded; None if it never was."""
        path = self.path.with_suffix(".out")
        return read_text(path, utf_16=False) if path.exists() else None

    @property
    def shows(self) -> str:
        """What it shows: the first line of its docstring."""
        try:
            said = ast.get_docstring(ast.parse(self.source)) or ""
        except SyntaxError as error:
            return f"line {error.lineno}: {error.msg}"
        except FileProblemError as error:
            return error.what
        return said.partition("\n")[0]


def folder() -> Path:
    """Return the folder of all this: in the package, or in a checkout."""
    for place in (_PACKAGE / "shipped", _PACKAGE.parents[1]):
        if (place / "snippets").is_dir():
            return place
    raise NotShippedError(
        f"{_PACKAGE} comes without its listings: install the package again"
    )


def snippets() -> list[Snippet]:
    """Return all listings, sorted by name."""
    return [Snippet(path) for path in sorted(folder().glob("snippets/*/*.py"))]


def recorded() -> dict[str, dict[str, Any]]:
    """Return the record of each measurement by its name."""
    path = folder() / "measured.json"
    try:
        entries = json.loads(read_text(path, utf_16=False))
    except (ValueError, RecursionError) as error:
        raise FileProblemError(path, f"is no JSON: {error}") from None
    if not isinstance(entries, dict):
        raise FileProblemError(path, "holds no measurements by their names")
    return entries
