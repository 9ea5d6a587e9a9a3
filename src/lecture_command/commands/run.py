"""The command that runs a listing."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from lecture_command.commands import options
from lecture_command.drawn import NO_WINDOW, NOTHING_TO_DRAW
from lecture_command.names import snippet
from lecture_command.packages import missing, remedy
from lecture_command.processes import Processes, Ran
from lecture_command.shelf import Snippet
from terminal.atomic_write import write_whole
from terminal.output import warn

_PICTURES = (".png", ".svg", ".pdf")


def run(
    name: options.Snippet,
    plot: Annotated[
        bool,
        typer.Option(
            "--plot",
            help="Then draw the curves and matrices (arrays of one or two "
            "dimensions) that it leaves in its variables.",
        ),
    ] = False,
    save: Annotated[
        Path | None,
        typer.Option(
            help="Write what it prints, or with --plot the picture (.png, "
            ".svg or .pdf), to a file; nothing if it fails.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Run a snippet in a process of its own, and end as it does.

    lecture run SNIPPET

    lecture run PAGE/SNIPPET --plot --save picture.png

    With --plot the exit code is 3 if there is nothing to draw, and 4 if no
    window can be opened.
    """
    found = snippet(name)
    if plot:
        ran = _plot(found, save)
    else:
        ran = _stream([str(found.path)])
        if save and ran.code == 0:
            write_whole(save, ran.printed.encode())
    _report(ran, found, plot=plot)
    if ran.code:
        raise typer.Exit(ran.code if ran.code > 0 else 128 - ran.code)
    if save:
        warn(f"wrote {save}", "")


def _plot(found: Snippet, save: Path | None) -> Ran:
    if save and save.suffix.lower() not in _PICTURES:
        raise typer.BadParameter(f"a picture ends in {' or '.join(_PICTURES)}")
    program = ["-m", "lecture_command.drawing", str(found.path), found.name]
    if not save:
        return _stream([*program, ""])
    with tempfile.TemporaryDirectory(prefix="lecture-") as scratch:
        picture = Path(scratch) / f"picture{save.suffix.lower()}"
        ran = _stream([*program, str(picture)])
        if ran.code == 0:
            write_whole(save, picture.read_bytes())
    return ran


def _stream(arguments: list[str]) -> Ran:
    return Processes().stream(arguments, _write)


def _write(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()


def _report(ran: Ran, found: Snippet, *, plot: bool) -> None:
    package = missing(ran.error)
    if ran.code and package:
        warn(f"error: {found.name} needs {package}: {remedy(package)}", "red")
    elif plot and ran.code == NOTHING_TO_DRAW:
        warn(
            f"nothing to draw: {found.name} leaves no array of one or two "
            "dimensions in its variables"
        )
    elif plot and ran.code == NO_WINDOW:
        warn("no window can be opened here: name a file, --save picture.png")
    elif ran.error:
        warn(ran.error.rstrip(), "")
