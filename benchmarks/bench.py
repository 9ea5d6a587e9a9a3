"""Measure how fast this is, beside others, and keep it in results.json.

A bench is a module in this folder that has a function `rows`. It yields or
returns rows of the results; one that yields a row again has measured more.
"""

from __future__ import annotations

import importlib
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from frame.choices import CHOSEN
from frame.log import say
from frame.results import HERE, RESULTS, keep
from frame.rows import Row
from lecture_site.commands import check_names, script

Rows = Callable[[], Iterable[Row]]


def benches() -> Iterator[tuple[str, Rows]]:
    """Yield the name of each bench, and what gives its rows."""
    for path in sorted(HERE.glob("*.py")):
        if path.stem != "bench" and "def rows(" in path.read_text("utf-8"):
            yield path.stem, importlib.import_module(path.stem).rows


def main(
    only: Annotated[
        list[str] | None, typer.Argument(help="These benches. [default: all]")
    ] = None,
    runs: Annotated[
        int, typer.Option(help="Rounds; each bench has its own number.")
    ] = 0,
    quick: Annotated[
        bool, typer.Option("--quick", help="Try a part, and keep nothing.")
    ] = False,
    long: Annotated[
        bool, typer.Option("--long", help="Also what takes an hour.")
    ] = False,
) -> None:
    """Run benches one after the other; an interrupted one keeps its rows."""
    # Whoever ends it ends what it runs too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    CHOSEN.runs, CHOSEN.quick, CHOSEN.long = runs, quick, long
    known = dict(benches())
    check_names(only or [], list(known))
    failed = [name for name in only or known if not ran(name, known[name])]
    if failed:
        say(f"failed: {', '.join(failed)}")
    sys.exit(bool(failed))


def ran(name: str, rows: Rows, path: Path = RESULTS) -> bool:
    """Run a bench; one that fails does not keep the others from running."""
    say(f"{name} begins")
    try:
        for row in rows():
            if CHOSEN.quick:
                say(f"{name}: {row}")
            else:
                keep(name, row, path)
    except Exception as error:
        say(f"{name} failed: {type(error).__name__}: {error}")
        return False
    say(f"{name} ended")
    return True


if __name__ == "__main__":
    script(main, __doc__)
