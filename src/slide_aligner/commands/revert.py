"""The command that takes the slides out of the notes again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from slide_aligner.commands import options
from slide_aligner.commands.changed import show_changes
from slide_aligner.commands.files import NOTES, files_in
from slide_aligner.commands.linked import Linked
from slide_aligner.insertion.changes import Change
from slide_aligner.insertion.insert import revert as revert_in
from slide_aligner.links.links_file import LinksFile, read_links
from terminal.app import Json, end


def revert(
    context: typer.Context,
    notes: Annotated[
        list[Path],
        typer.Argument(
            help="Notes, folders of notes, or slide_links.json for all of its "
            "notes.",
            show_default=False,
        ),
    ],
    json: Json = False,
    dry_run: options.DryRun = False,
) -> None:
    """Take out what insert put in, to the byte, and nothing else.

    align-slides revert docs

    align-slides revert slide_links.json --dry-run

    Notes with a damaged marker are left alone; the message names the line.
    """
    linked = Linked(LinksFile((), ()), Path())
    changes: list[Change] = []
    for path in _files(notes):
        work = partial(revert_in, path, dry_run=dry_run)
        change = linked.attempt(work)
        if change is not None:
            changes.append(change)
    show_changes(changes, linked.failures, json=json, dry_run=dry_run)
    end(context, linked.failures)


def _files(named: list[Path]) -> list[Path]:
    files: list[Path] = []
    for path in named:
        if path.suffix.lower() == ".json":
            names = {link.notes for link in read_links(path).links}
            files += [path.parent / name for name in sorted(names)]
        else:
            files += files_in([path], NOTES, "NOTES")
    return list(dict.fromkeys(files))
