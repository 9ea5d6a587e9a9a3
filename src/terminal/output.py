"""Results go to standard output, all else to standard error, line by line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress

from terminal.errors import one_line

_WIDTH_OF_A_FILE = 160

Report = Callable[[str, int, int], object]


def results() -> Console:
    """Return a console for what a command was asked for."""
    console = Console()
    if not console.is_terminal:
        console.width = _WIDTH_OF_A_FILE
    return console


def say(text: str, style: str = "") -> None:
    """Print one line of a result, as it is."""
    results().print(
        text, style=style, markup=False, highlight=False, soft_wrap=True
    )


def say_json(value: object) -> None:
    """Print a result for scripts, in UTF-8 on every system."""
    try:
        text = json.dumps(value, indent=2, ensure_ascii=False)
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    sys.stdout.write(f"{text}\n")


def warn(text: str, style: str = "yellow") -> None:
    """Print one line that is not a result."""
    Console(stderr=True).print(
        text, style=style, markup=False, highlight=False, soft_wrap=True
    )


def warn_all(warnings: Iterable[str]) -> None:
    """Print warnings, one line each."""
    for warning in warnings:
        warn(one_line(f"warning: {warning}"))


@contextmanager
def progress() -> Iterator[Report]:
    """Show a bar while something takes time, if a person is looking."""
    console = Console(stderr=True)
    bars = Progress(
        console=console, transient=True, disable=not console.is_terminal
    )
    tasks = {}

    def report(what: str, done: int, total: int) -> None:
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total)
        bars.update(tasks[what], completed=done, total=total)

    with bars:
        yield report
