"""The command that matches notes with decks."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from slide_aligner.commands import options
from slide_aligner.commands.files import notes_and_decks
from slide_aligner.courses.cache import user_folder
from slide_aligner.courses.course import Course, align_course
from slide_aligner.courses.manifest import Lecture, read_manifest
from slide_aligner.courses.tools import Options, all_tools
from slide_aligner.features.aliases import load_aliases
from slide_aligner.files.overwriting import refuse_to_overwrite
from slide_aligner.links.link_entries import DECISIONS
from slide_aligner.links.links_file import LinksFile, document, write_links
from slide_aligner.links.pins import Pin, read_pins
from terminal.app import Json, end
from terminal.errors import one_line
from terminal.output import progress, results, say, say_json, warn, warn_all

NOTHING_MATCHES = 3


def align(
    context: typer.Context,
    notes: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Markdown files in reading order, or folders of them.",
            show_default=False,
        ),
    ] = None,
    deck: Annotated[
        list[Path] | None,
        typer.Option(
            help="PDF, .pptx, text or JSON, or a folder of decks; may be "
            "given several times.",
            show_default=False,
        ),
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option(help="TOML that says which deck is whose.")
    ] = None,
    out: Annotated[
        Path, typer.Option(help="Where the links are written.")
    ] = Path("slide_links.json"),
    pins: options.Pins = None,
    method: options.Method = "lexical",
    aliases: Annotated[
        Path | None,
        typer.Option(help="TOML with further words for LaTeX commands."),
    ] = None,
    skip_heading: Annotated[
        list[str] | None,
        typer.Option(
            help="A heading that gets no slide, such as References; may be "
            "given several times.",
            show_default=False,
        ),
    ] = None,
    generic_heading: Annotated[
        list[str] | None,
        typer.Option(
            help="A heading that says nothing, such as Example; may be given "
            "several times.",
            show_default=False,
        ),
    ] = None,
    password: options.Password = None,
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Recognise slides that have no text.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="How many files at once. [default: as many as are worth it]",
            show_default=False,
        ),
    ] = None,
    cache: options.CacheFolder = None,
    no_cache: options.NoCache = False,
    json: Json = False,
    dry_run: options.DryRun = False,
) -> None:
    """Find the slide of each section and write slide_links.json.

    align-slides align notes.md --deck slides.pdf

    align-slides align docs --deck decks --skip-heading References

    align-slides align --manifest course.toml --json --dry-run

    What you decided (slide_pins.json) is kept. With several decks, notes find
    theirs by name or by content.
    """
    lectures = read_manifest(manifest) if manifest else None
    note_files, deck_files = _files(notes or [], deck or [], lectures)
    refuse_to_overwrite(
        out,
        [*note_files, *deck_files, options.pins_beside(out, pins)],
        [manifest, aliases],
    )
    if aliases:
        load_aliases(aliases)  # or else it would fail once for each lecture
    with progress() as report:
        course = align_course(
            note_files,
            deck_files,
            all_tools(None if no_cache else cache or user_folder()),
            Options(
                method,
                aliases,
                tuple(skip_heading or ()),
                tuple(generic_heading or ()),
                password,
                ocr,
            ),
            folder=out.parent,
            lectures=lectures,
            pins=_pins(out, pins),
            jobs=jobs,
            report=report,
        )
    warn_all(course.warnings)
    _write(course, out, dry_run=dry_run)
    if json:
        say_json(document(course.file))
    else:
        _show(course.file, out, written=not dry_run)
    nothing = NOTHING_MATCHES if course.matches_nothing else 0
    end(context, course.failures, nothing)


def _files(
    notes: Sequence[Path],
    decks: Sequence[Path],
    lectures: Sequence[Lecture] | None,
) -> tuple[list[Path], list[Path]]:
    if lectures is not None:
        if notes or decks:
            raise typer.BadParameter("a manifest names notes and decks itself")
        return (
            [path for lecture in lectures for path in lecture.notes],
            [lecture.deck for lecture in lectures if lecture.deck],
        )
    note_files, deck_files = notes_and_decks(notes, decks)
    if not note_files:
        raise typer.BadParameter("name the notes, or a --manifest")
    if not deck_files:
        raise typer.BadParameter("name a --deck, or a --manifest")
    return note_files, deck_files


def _pins(out: Path, pins: Path | None) -> list[Pin]:
    path = options.pins_beside(out, pins)
    return read_pins(path) if pins or os.path.exists(path) else []  # noqa: PTH110


def _write(course: Course, out: Path, *, dry_run: bool) -> None:
    if course.matches_nothing:
        warn(
            "no section matches a slide: is it the deck of another lecture? "
            "Nothing was written",
            "red",
        )
    elif not dry_run and course.file.decks:
        write_links(out, course.file)


def _show(file: LinksFile, out: Path, *, written: bool) -> None:
    table = Table("notes", "deck", "sections", *DECISIONS)
    counts: dict[tuple[str, str], Counter[str]] = {}
    for link in file.links:
        counts.setdefault((link.notes, link.deck), Counter())[
            link.decision
        ] += 1
    for (notes, deck), count in counts.items():
        numbers = (count.total(), *(count[d] for d in DECISIONS))
        table.add_row(_plain(notes), _plain(deck), *map(str, numbers))
    if counts:
        results().print(table)
    for deck, slides in file.slides_without_section.items():
        if slides:
            covered = f"no section covers slides {runs(slides)}"
            say(one_line(f"{deck}: {covered}"))
    if written and out.exists():
        say(one_line(f"wrote {out}"))


def _plain(text: str) -> str:
    return one_line(text).replace("[", r"\[")


def runs(numbers: Sequence[int]) -> str:
    """Write numbers as people do: 1, 3 to 5, 8."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(
        str(group[0]) if len(group) == 1 else f"{group[0]} to {group[-1]}"
        for group in groups
    )
