"""The command that puts slides into the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from slide_aligner.commands import options
from slide_aligner.commands.changed import show_changes
from slide_aligner.commands.linked import Linked, shown_slides, title_of
from slide_aligner.documents import Deck, Link
from slide_aligner.files.file_names import folder_names
from slide_aligner.insertion.changes import Change
from slide_aligner.insertion.insert import Picture
from slide_aligner.insertion.insert import insert as insert_into
from slide_aligner.insertion.pictures import export_pictures
from slide_aligner.links.links_file import DeckRecord
from terminal.app import Json, end
from terminal.output import progress, warn_all


def insert(
    context: typer.Context,
    links: options.Links = Path("slide_links.json"),
    pictures: Annotated[
        Path | None,
        typer.Option(
            help="Folder for the pictures. "
            "[default: slide_pictures beside the links]",
            show_default=False,
        ),
    ] = None,
    width: options.Width = 1600,
    password: options.Password = None,
    json: Json = False,
    dry_run: options.DryRun = False,
) -> None:
    """Put the picture of its slide below each heading that has one.

    align-slides insert

    align-slides insert docs/slide_links.json --dry-run

    Only links with the decision "insert" count. What was inserted before is
    replaced, and `align-slides revert` takes it away to the byte.
    """
    linked = Linked.read(links, password)
    folder = pictures or links.with_name("slide_pictures")
    found = _Pictures(linked, folder, width, dry_run=dry_run)
    changes = []
    for name, own in linked.by_notes().items():
        ready = [link for link in own if link.deck not in found.missing]
        path = linked.notes_path(name)
        work = partial(
            insert_into, path, ready, found.picture_of, dry_run=dry_run
        )
        if len(ready) == len(own):
            changes.append(linked.attempt(work))
    done: Sequence[Change] = [c for c in changes if c is not None]
    warn_all([*linked.warnings, *(w for c in done for w in c.warnings)])
    show_changes(done, linked.failures, json=json, dry_run=dry_run)
    end(context, linked.failures)


class _Pictures:
    """Draws the slides that are shown, and knows where they are."""

    def __init__(
        self, linked: Linked, folder: Path, width: int, *, dry_run: bool
    ) -> None:
        shown = shown_slides(linked.file.links, "insert")
        self._folders = {
            deck: folder / name for deck, name in folder_names(shown).items()
        }
        self._decks: dict[str, Deck] = {}
        for record in linked.file.decks:
            if record.name in shown:
                draw = partial(self._draw, linked, record, width, shown)
                deck = linked.deck(record)
                if deck and (dry_run or linked.attempt(draw)):
                    self._decks[record.name] = deck
        self.missing = shown.keys() - self._decks.keys()

    def _draw(
        self,
        linked: Linked,
        record: DeckRecord,
        width: int,
        shown: Mapping[str, Sequence[int]],
    ) -> list[Path]:
        with progress() as report:
            return export_pictures(
                linked.deck_path(record),
                self._folders[record.name],
                width=width,
                numbers=shown[record.name],
                password=linked.password,
                progress=partial(report, f"Drawing {record.name}"),
            )

    def picture_of(self, link: Link) -> Picture:
        number = link.show or 0
        return Picture(
            self._folders[link.deck] / f"{number:03}.webp",
            title_of(self._decks[link.deck], number),
        )
