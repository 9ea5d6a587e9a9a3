"""The command that runs listings against their recorded outputs."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from lecture_command.checking import RESULTS, Checked, Result, check_all
from lecture_command.commands import options
from lecture_command.names import snippets_of
from lecture_command.packages import versions
from terminal.app import Json
from terminal.output import progress, results, say, say_json

_DIFFERENT = 1
_COLOURS = {
    "same": "green",
    "within tolerance": "green",
    "differs": "red",
    "failed": "red",
    "not run": "yellow",
}


def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            help="Snippets or pages. [default: every snippet]",
            autocompletion=options.complete_page_or_snippet,
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Also fail for what cannot run here."),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="How many at once. [default: one for each processor]",
            show_default=False,
        ),
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=1, help="How long a snippet may run.")
    ] = 300,
    json: Json = False,
) -> None:
    """Run snippets and compare what they print with what was recorded.

    lecture check

    lecture check PAGE SNIPPET --json

    `same` is the same text. `within tolerance`: all words are the same, and
    every number is at most one apart in its last decimal place, or as far as
    the snippet states with its reason; a number without decimals must be
    equal. All else `differs`. What needs a package that is
    missing is `not run` and no failure unless --strict.
    """
    chosen = snippets_of(names or [])
    with progress() as report:
        checked = check_all(
            chosen,
            jobs=jobs or os.cpu_count() or 1,
            seconds=seconds,
            done=lambda count: report("Running", count, len(chosen)),
        )
    counts = Counter(each.result for each in checked)
    if json:
        say_json(_document(checked, counts))
    else:
        _print(checked, counts, every=bool(names))
    fine = {"same", "within tolerance"} | (set() if strict else {"not run"})
    if not counts.keys() <= fine:
        raise typer.Exit(_DIFFERENT)


def _document(
    checked: Sequence[Checked], counts: Counter[Result]
) -> dict[str, object]:
    return {
        "versions": {"python": platform.python_version()} | versions(),
        "counts": {result: counts[result] for result in RESULTS},
        "snippets": [each.as_json() for each in checked],
    }


def _print(
    checked: Sequence[Checked], counts: Counter[Result], *, every: bool
) -> None:
    shown = [each for each in checked if every or each.result != "same"]
    if shown:
        results().print(_table(shown))
    say(f"Python {platform.python_version()}, {_versions()}")
    counted = [f"{counts[name]} {name}" for name in RESULTS if counts[name]]
    say(f"{len(checked)} snippets: {', '.join(counted)}")


def _table(shown: Sequence[Checked]) -> Table:
    table = Table("snippet", "result", "absolute", "relative", "what")
    for column in table.columns[:4]:
        column.no_wrap = True
    for each in shown:
        cell = partial(Text, overflow="fold")
        table.add_row(
            cell(each.name),
            Text(each.result, _COLOURS[each.result]),
            cell(_number(each.absolute)),
            cell(_number(each.relative)),
            cell(each.note),
        )
    return table


def _number(value: float | None) -> str:
    return "" if not value else f"{value:.1e}"


def _versions() -> str:
    return ", ".join(f"{name} {is_}" for name, is_ in versions().items())
