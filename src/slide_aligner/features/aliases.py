r"""A formula has words too: `\nabla` is read "gradient".

The package ships words for common commands and characters; a lecture adds
its own in a file of the same form.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from slide_aligner.files.toml_files import read_toml
from terminal.errors import FileProblemError


@dataclass(frozen=True)
class Aliases:
    """What the parts of formulas are called.

    Parameters
    ----------
    commands : dict
        Words by TeX command, without its backslash.
    characters : dict
        Words by code point, as `str.translate` takes them.
    """

    commands: dict[str, str]
    characters: dict[int, str]


@cache
def shipped_aliases() -> Aliases:
    """Return the words that come with the package."""
    source = files(__package__).joinpath("aliases.toml")
    tables = tomllib.loads(source.read_text(encoding="utf-8"))
    return _with(Aliases({}, {}), tables)


def load_aliases(path: Path) -> Aliases:
    r"""Read a file of words, added to the package's own.

    Parameters
    ----------
    path : Path
        TOML with a table `[commands]`, a table `[characters]`, or both:
        `loss = "loss function"` for `\loss`, `"ŷ" = "prediction"`.

    Raises
    ------
    FileProblemError
        If it is not such a file; the entry or the line is named.
    """
    tables = read_toml(path)
    for name, table in tables.items():
        _check(path, name, table)
    return _with(shipped_aliases(), tables)


def _check(path: Path, name: str, table: Any) -> None:
    if name not in {"commands", "characters"} or not isinstance(table, dict):
        raise FileProblemError(
            path,
            f"{name!r} is not known; there are the tables [commands] and "
            "[characters]",
        )
    for key, said in table.items():
        if not isinstance(said, str):
            raise FileProblemError(
                path, f"{key!r} in [{name}] needs its words in quotes"
            )
        if name == "characters" and len(key) != 1:
            raise FileProblemError(
                path, f"{key!r} in [characters] is not a single character"
            )


def _with(base: Aliases, tables: dict[str, dict[str, str]]) -> Aliases:
    commands = {
        key.removeprefix("\\"): said
        for key, said in tables.get("commands", {}).items()
    }
    characters = {
        ord(key): f" {said} "
        for key, said in tables.get("characters", {}).items()
    }
    return Aliases(base.commands | commands, base.characters | characters)
