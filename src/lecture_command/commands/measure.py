"""The command that repeats a measurement."""

from __future__ import annotations

import os
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from lecture_command.commands import options
from lecture_command.measurements import Measured, repeat
from lecture_command.processes import ONE_THREAD
from terminal.app import Json
from terminal.output import progress, results, say_json

_DIFFERENT = 1


def measure(
    name: Annotated[
        str,
        typer.Argument(
            help="A measurement: PAGE.NAME, or NAME alone.",
            autocompletion=options.complete_measurement,
            show_default=False,
        ),
    ],
    json: Json = False,
) -> None:
    """Repeat a measurement and compare it with the recorded one.

    lecture measure dead_after_large_steps

    lecture list --measurements

    The value is the median over the seeds. The exit code is 1 if a seed is
    out of the bounds, or the median moved by more than is allowed.
    """
    os.environ.update(ONE_THREAD)  # read when NumPy is loaded
    with progress() as report:
        measured = repeat(name, lambda count, n: report("Measuring", count, n))
    if json:
        say_json(measured.as_json())
    else:
        _print(measured)
    if not (measured.is_within_bounds and measured.difference.agrees):
        raise typer.Exit(_DIFFERENT)


def _print(measured: Measured) -> None:
    what, record = measured.measurement, measured.record
    within = measured.is_within_bounds
    console = results()
    console.print(Text(measured.name, "bold").append(f"\n{what.description}"))
    table = Table("", "measured here", "recorded")
    exact = f"{what.shown(measured.value)}  ({measured.value:.6g})"
    table.add_row("value", exact, record["shown"])
    if what.seeds:
        spread = (min(measured.values), max(measured.values))
        table.add_row(
            f"spread over {len(what.seeds)} seeds",
            " to ".join(map(what.shown, spread)),
            " to ".join(record.get("spread", [])),
        )
    table.add_row(
        "bounds",
        Text("kept" if within else "NOT kept", "green" if within else "red"),
        f"{what.low:g} to {what.high:g}",
    )
    found = measured.difference
    table.add_row(
        "agreement",
        Text(found.verdict, "green" if found.agrees else "red"),
        found.note,
    )
    console.print(table)
