"""The command that shows sections and slides side by side."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from slide_aligner.commands import options
from slide_aligner.commands.linked import Linked
from slide_aligner.documents import Deck, Notes
from slide_aligner.files.file_names import folder_names
from slide_aligner.files.overwriting import refuse_to_overwrite
from slide_aligner.insertion.pictures import export_pictures
from slide_aligner.links.link_entries import DECISIONS
from slide_aligner.links.links_file import DeckRecord
from slide_aligner.links.pins import Pin, read_pins
from slide_aligner.notes.markdown import read_notes
from slide_aligner.review.page import picture_address, review_page
from slide_aligner.review.server import ReviewServer
from terminal.app import Json, end
from terminal.atomic_write import write_whole
from terminal.errors import one_line
from terminal.output import progress, say, say_json, warn_all


def review(
    context: typer.Context,
    links: options.Links = Path("slide_links.json"),
    out: Annotated[
        Path | None,
        typer.Option(
            help="The report. [default: slide_review.html beside the links]",
            show_default=False,
        ),
    ] = None,
    pins: options.Pins = None,
    serve: Annotated[
        bool,
        typer.Option(
            "--serve",
            help="Show the report at an address of this machine only, and "
            "save each decision at once; end with Ctrl-C.",
        ),
    ] = False,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the report in the browser.")
    ] = False,
    embed: Annotated[
        bool,
        typer.Option("--embed", help="Keep the pictures inside the report."),
    ] = False,
    width: options.Width = 1000,
    password: options.Password = None,
    json: Json = False,
    dry_run: options.DryRun = False,
) -> None:
    """Look at each section beside its slide, and decide.

    align-slides review --serve --open

    align-slides review --embed --out review.html

    What needs a decision comes first. Decisions go to slide_pins.json, and
    `align-slides align` keeps them.
    """
    if json and serve:
        raise typer.BadParameter("--json goes with a report that is a file")
    linked = Linked.read(links, password)
    place = options.pins_beside(links, pins)
    known = read_pins(place) if os.path.exists(place) else []  # noqa: PTH110
    report = out or links.with_name("slide_review.html")
    refuse_to_overwrite(report, [links, place], linked.paths())
    with tempfile.TemporaryDirectory(prefix="align-slides-") as scratch:
        beside = report.parent / f"{report.stem}_pictures"
        folder = Path(scratch) if serve or embed or dry_run else beside
        page = _Page(linked, known, folder, width)
        warn_all(linked.warnings)
        if serve and not dry_run:
            _serve(page, place, open_browser=open_browser)
        else:
            if not dry_run:
                html = page.html(_addresses(page, report.parent, embed=embed))
                # A name may hold bytes that have no sign in UTF-8.
                write_whole(report, html.encode(errors="replace"))
            _show(linked, report, json=json, dry_run=dry_run)
            if open_browser and not dry_run:
                typer.launch(report.absolute().as_uri())
    end(context, linked.failures)


def _show(linked: Linked, report: Path, *, json: bool, dry_run: bool) -> None:
    links = linked.file.links
    if json:
        counts = Counter(link.decision for link in links)
        say_json(
            {
                "report": report.as_posix(),
                "written": not dry_run,
                "sections": len(links),
                **{decision: counts[decision] for decision in DECISIONS},
                "pinned": sum(link.pinned for link in links),
                "errors": [failure.message for failure in linked.failures],
            }
        )
    elif dry_run:
        say(one_line(f"would write {report}: {len(links)} sections"))
    else:
        say(one_line(f"wrote {report}"))


class _Page:
    """What the report shows, read as far as it can be read."""

    def __init__(
        self, linked: Linked, pins: list[Pin], folder: Path, width: int
    ) -> None:
        self._linked = linked
        self._pins = pins
        self._notes: dict[str, Notes] = {}
        self._decks: list[Deck] = []
        self.pictures: dict[tuple[str, int], Path] = {}
        for name in linked.by_notes():
            path = linked.notes_path(name)
            notes = linked.attempt(partial(read_notes, path, name))
            if notes is not None:
                self._notes[name] = notes
        folders = folder_names(record.name for record in linked.file.decks)
        for record in linked.file.decks:
            deck = linked.deck(record)
            if deck is not None:
                self._decks.append(deck)
                self._draw(record, folder / folders[record.name], width)

    def _draw(self, record: DeckRecord, folder: Path, width: int) -> None:
        with progress() as report:
            work = partial(
                export_pictures,
                self._linked.deck_path(record),
                folder,
                width=width,
                password=self._linked.password,
                progress=partial(report, f"Drawing {record.name}"),
            )
            pictures = self._linked.attempt(work) or []
        for number, picture in enumerate(pictures, start=1):
            self.pictures[record.name, number] = picture

    def html(
        self, addresses: dict[tuple[str, int], str], save: str = ""
    ) -> str:
        return review_page(
            self._linked.file.links,
            self._notes,
            self._decks,
            addresses,
            self._pins,
            save=save,
        )


def _addresses(
    page: _Page, folder: Path, *, embed: bool
) -> dict[tuple[str, int], str]:
    return {
        slide: picture_address(picture, folder, embed=embed)
        for slide, picture in page.pictures.items()
    }


def _serve(page: _Page, pins: Path, *, open_browser: bool) -> None:
    numbers = {
        slide: f"pictures/{index}.webp"
        for index, slide in enumerate(page.pictures)
    }
    html = page.html(numbers, save=ReviewServer.save_address)
    files = {numbers[slide]: file for slide, file in page.pictures.items()}
    with ReviewServer(html, files, pins) as server:
        say(one_line(f"{server.url}  (saves to {pins}; Ctrl-C ends)"))
        if open_browser:
            typer.launch(server.url)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("ended")
