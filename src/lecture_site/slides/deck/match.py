"""Matches the pages of the lecture with the slides, once for all readers."""

from __future__ import annotations

import re
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.slides.deck.compile import deck_pdf, deck_slides
from lecture_site.slides.links import links_path
from slide_aligner.decisions.align import align
from slide_aligner.decks.read import read_deck
from slide_aligner.documents import Deck, Notes
from slide_aligner.files.file_names import relative_name
from slide_aligner.links.json_entries import json_bytes
from slide_aligner.links.links_file import DeckRecord, LinksFile, document
from slide_aligner.links.pins import Pin, read_pins, usable_pins
from slide_aligner.notes.markdown import notes_of_text
from terminal.errors import FileProblemError
from terminal.text_files import sha256_of

WITHOUT_SLIDES = ("Check yourself", "References")
PINS = "slide_pins.json"
# What may be tried in an explorer names more than its section is about.
_EXPLORER = re.compile(r"^/// explorer\b.*?^///$", re.MULTILINE | re.DOTALL)


def slide_links(project: Project) -> LinksFile:
    """Match the pages that the deck has a part for, in its order.

    Raises
    ------
    ProblemError
        If a file cannot be read, or a person's decision no longer holds.
    """
    try:
        deck = read_deck(deck_pdf(project))
        notes = _pages(project)
        links = align(
            notes, deck, skip=WITHOUT_SLIDES, pins=_pins(project, notes, deck)
        )
    except FileProblemError as error:
        place = project.relative(error.path)
        problem = Problem(error.what, "mend it", place, error.line)
        raise ProblemError(problem) from None
    return LinksFile.of([_record(project, deck)], links)


def links_json(project: Project) -> bytes:
    """Return the links as they are kept; the same pages give the same."""
    return json_bytes(document(slide_links(project)))


def _pages(project: Project) -> list[Notes]:
    parts = dict.fromkeys(s.part for s in deck_slides(project) if s.part)
    paths = [project.docs / f"{part}.md" for part in parts]
    folder = links_path(project).parent
    return [notes_of_page(path, relative_name(path, folder)) for path in paths]


def notes_of_page(path: Path, name: str) -> Notes:
    """Read a page without its explorers; lines keep their numbers."""
    text = read_source(path)
    without = _EXPLORER.sub(lambda it: "\n" * it[0].count("\n"), text)
    return notes_of_text(without, name)


def _pins(project: Project, notes: list[Notes], deck: Deck) -> list[Pin]:
    path = project.slides / PINS
    if not path.exists():
        return []
    pins, warnings = usable_pins(read_pins(path), notes, [deck])
    for warning in warnings:
        raise FileProblemError(path, warning)
    return pins


def _record(project: Project, deck: Deck) -> DeckRecord:
    path = deck_pdf(project)
    name = relative_name(path, links_path(project).parent)
    return DeckRecord(deck.name, name, sha256_of(path), len(deck.slides))
