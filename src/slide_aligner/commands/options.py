"""Options that several commands have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Method = Annotated[
    Literal["lexical", "embeddings"],
    typer.Option(help="How sections are compared with slides."),
]
Password = Annotated[
    str | None,
    typer.Option(help="Opens protected PDFs.", envvar="ALIGN_SLIDES_PASSWORD"),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Write nothing; show what would be.")
]
Links = Annotated[Path, typer.Argument(help="The links that `align` wrote.")]
Pins = Annotated[
    Path | None,
    typer.Option(
        help="What a person decided. "
        "[default: slide_pins.json beside the links]",
        show_default=False,
    ),
]
CacheFolder = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        help="Folder for results. [default: the user's cache folder]",
        show_default=False,
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Compute everything anew.")
]
Width = Annotated[
    int,
    typer.Option(min=16, max=8000, help="Width of the pictures in pixels."),
]


def pins_beside(links: Path, pins: Path | None) -> Path:
    """Return where the pins are: as named, or beside the links."""
    return pins or links.parent / "slide_pins.json"
