"""Arguments that several commands have in common, and their completion."""

from __future__ import annotations

from typing import Annotated

import typer

from lecture_command.exercises import exercise_names
from lecture_command.measurements import measurement_names
from lecture_command.shelf import snippets

HOW_TO_NAME = "PAGE/NAME, or NAME alone"


def complete_snippet(incomplete: str) -> list[str]:
    """Return the names that a beginning may become."""
    names = [each.name for each in snippets()]
    return _beginning(incomplete, names, "/")


def complete_page_or_snippet(incomplete: str) -> list[str]:
    """Return the pages and the names that a beginning may become."""
    pages = sorted({each.page for each in snippets()})
    begun = [page for page in pages if page.startswith(incomplete)]
    return begun + complete_snippet(incomplete)


def complete_measurement(incomplete: str) -> list[str]:
    """Return the measurements that a beginning may become."""
    return _beginning(incomplete, measurement_names(), ".")


def complete_exercise(incomplete: str) -> list[str]:
    """Return the exercises that a beginning may become."""
    return _beginning(incomplete, exercise_names(), "/")


def _beginning(incomplete: str, names: list[str], separator: str) -> list[str]:
    full = [name for name in names if name.startswith(incomplete)]
    parts = [name.rpartition(separator)[2] for name in names]
    return full or [part for part in parts if part.startswith(incomplete)]


Snippet = Annotated[
    str,
    typer.Argument(
        help=f"A snippet: {HOW_TO_NAME}.",
        autocompletion=complete_snippet,
        show_default=False,
    ),
]
Exercise = Annotated[
    str,
    typer.Argument(
        help=f"An exercise: {HOW_TO_NAME}.",
        autocompletion=complete_exercise,
        show_default=False,
    ),
]
