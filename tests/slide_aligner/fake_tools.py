"""Stand-ins that other processes can import: no model, no PDF.

A deck is a text file with one title a line; a section's slide is the one that
is titled like its heading.
"""

import os
import time
from collections.abc import Sequence
from pathlib import Path

from slide_aligner.courses.tools import Progress, Tools
from slide_aligner.documents import Deck, Link, Notes, Slide
from slide_aligner.links.pins import Pin
from slide_aligner.notes.markdown import read_notes
from terminal.errors import FileProblemError


def read_deck(
    path: Path,
    *,
    password: str | None = None,
    ocr: bool = False,
    progress: Progress | None = None,
) -> Deck:
    del password, ocr
    text = path.read_text(encoding="utf-8")
    if text == "broken":
        raise FileProblemError(path, "is broken")
    if text == "bug":
        raise ZeroDivisionError("a bug")
    if text == "dies":
        os._exit(3)
    if text == "slow":
        _note(path, "begun")
        time.sleep(60)
    _note(path, "read")
    titles = text.splitlines()
    if progress:
        progress(len(titles), len(titles))
    return Deck(
        path.stem, tuple(Slide(i, t, t) for i, t in enumerate(titles, start=1))
    )


def align(
    notes: Sequence[Notes],
    deck: Deck,
    *,
    method: str = "lexical",
    aliases: Path | None = None,
    skip: Sequence[str] = (),
    generic: Sequence[str] = (),
    pins: Sequence[Pin] = (),
) -> list[Link]:
    del aliases, skip, generic
    numbers = {slide.title: slide.number for slide in deck.slides}
    if any(pin.deck not in ("", deck.name) for pin in pins):
        raise ValueError("a pin of another deck")
    pinned = {(pin.notes, pin.section): pin for pin in pins}
    links = []
    for each in notes:
        for section in each.sections:
            pin = pinned.get((each.name, section.anchor))
            show = pin.shown if pin else numbers.get(section.heading)
            links.append(
                Link(
                    each.name,
                    section.anchor,
                    section.heading,
                    section.line,
                    deck.name,
                    (show,) if show else (),
                    show,
                    1 / 3 if method == "lexical" else 2 / 3,
                    "insert" if show else "skip",
                    bool(pin),
                )
            )
    return links


def relatedness(notes: Sequence[Notes], deck: Deck) -> float:
    titles = {slide.title for slide in deck.slides}
    headings = {s.heading for each in notes for s in each.sections}
    return len(titles & headings) / max(len(headings), 1)


def _note(path: Path, what: str) -> None:
    with path.with_suffix(".log").open("a", encoding="utf-8") as log:
        log.write(f"{what}\n")


def times_read(path: Path) -> int:
    log = path.with_suffix(".log")
    return len(log.read_text().splitlines()) if log.exists() else 0


def fake_tools(cache: Path | None = None) -> Tools:
    return Tools(read_notes, read_deck, align, relatedness, cache)
