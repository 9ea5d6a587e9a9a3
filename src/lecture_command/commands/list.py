"""The command that finds listings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer
from rich.text import Text

from lecture_command.measurements import descriptions
from lecture_command.shelf import Snippet, snippets
from terminal.app import Json
from terminal.errors import FileProblemError
from terminal.output import results, say_json, warn

_NOTHING_FOUND = 1


def list_(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="Only what has all of these words in its name, its page, "
            "its docstring or its code.",
            show_default=False,
        ),
    ] = None,
    measurements: Annotated[
        bool,
        typer.Option(
            "--measurements", "-m", help="List measurements, not snippets."
        ),
    ] = False,
    json: Json = False,
) -> None:
    """List pages and their snippets, with what each shows.

    lecture list

    lecture list WORD ANOTHER

    lecture list --measurements WORD
    """
    wanted = [word.lower() for word in words or []]
    if measurements:
        found = _measurements(wanted)
    else:
        found = _entries([s for s in snippets() if _has(s, wanted)])
    if json:
        say_json(found)
    else:
        _print(found)
    if not found:
        warn(f"nothing has {' and '.join(words or [])} in it")
        raise typer.Exit(_NOTHING_FOUND)


def _has(snippet: Snippet, words: Sequence[str]) -> bool:
    try:
        said = snippet.source  # the docstring is a part of it
    except FileProblemError:
        said = snippet.shows  # which tells why it cannot be read
    text = f"{snippet.name} {said}".lower()
    return all(
        word in text or word in text.replace("_", " ") for word in words
    )


def _entries(found: Sequence[Snippet]) -> list[dict[str, str]]:
    return [{"page": s.page, "name": s.name, "shows": s.shows} for s in found]


def _measurements(words: Sequence[str]) -> list[dict[str, str]]:
    return [
        {"page": name.partition(".")[0], "name": name, "shows": says}
        for name, says in descriptions().items()
        if all(word in f"{name} {says}".lower() for word in words)
    ]


def _print(found: Sequence[dict[str, str]]) -> None:
    console = results()
    for page, entries in groupby(found, key=lambda entry: entry["page"]):
        console.print(Text(page, style="bold"))
        for entry in entries:
            name = entry["name"].removeprefix(page)[1:]
            line = Text("  ").append(name, style="cyan")
            console.print(line.append(f"  {entry['shows']}", style="dim"))
