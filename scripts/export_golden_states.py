"""Export what the teaching code computes, for explorers to agree with."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from lecture_golden.export import export, names
from lecture_site.commands import script


def main(
    chosen: Annotated[
        list[str] | None,
        typer.Argument(
            help="Explorers; all by default.", metavar="[NAMES]..."
        ),
    ] = None,
    to: Annotated[
        Path, typer.Option("--to", help="The folder they are written into.")
    ] = Path(".cache") / "golden",
) -> None:
    """Write the states of each explorer as a JSON file of its name."""
    to.mkdir(parents=True, exist_ok=True)
    for name in chosen or names():
        path = to / f"{name}.json"
        path.write_text(export(name), encoding="utf-8", newline="\n")
        Console().print(path, style="green")


if __name__ == "__main__":
    script(main, __doc__)
