"""The command that draws slides as pictures."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from slide_aligner.commands import options
from slide_aligner.commands.files import DECKS, files_in
from slide_aligner.commands.linked import Linked
from slide_aligner.files.file_names import folder_names
from slide_aligner.insertion.pictures import export_pictures
from slide_aligner.links.links_file import LinksFile
from terminal.app import Json, end
from terminal.errors import one_line
from terminal.output import progress, say, say_json


def export(
    context: typer.Context,
    deck: Annotated[
        list[Path],
        typer.Argument(help="PDFs, or folders of them.", show_default=False),
    ],
    to: Annotated[
        Path, typer.Option(help="Where a folder for each deck is made.")
    ] = Path("slide_pictures"),
    width: options.Width = 1600,
    password: options.Password = None,
    json: Json = False,
    dry_run: options.DryRun = False,
) -> None:
    """Draw every slide as a WebP picture: DIR/<deck>/001.webp and so on.

    align-slides export slides.pdf --to pictures --width 1200

    Pictures that are up to date are not drawn again.
    """
    linked = Linked(LinksFile((), ()), Path(), password)
    paths = list(dict.fromkeys(files_in(deck, DECKS, "DECK")))
    names = folder_names(_distinct(path, paths) for path in paths)
    made: list[Path] = []
    with progress() as report:
        for path in paths:
            folder = to / names[_distinct(path, paths)]
            work = partial(
                export_pictures,
                path,
                folder,
                width=width,
                password=password,
                progress=partial(report, f"Drawing {path.name}"),
            )
            if dry_run and not json:
                say(one_line(f"{path}: would be drawn into {folder}"))
            elif not dry_run:
                made += linked.attempt(work) or []
    if json:
        say_json([picture.as_posix() for picture in made])
    else:
        for picture in made:
            say(one_line(str(picture)))
    end(context, linked.failures)


def _distinct(path: Path, among: list[Path]) -> str:
    alike = sum(other.stem == path.stem for other in among)
    return path.stem if alike == 1 else path.as_posix()
