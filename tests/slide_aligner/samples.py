"""A small lecture: three sections of notes, a deck of four slides."""

from pathlib import Path

from slide_aligner.documents import (
    Deck,
    Evidence,
    Link,
    Notes,
    Paragraph,
    Section,
    Slide,
)
from slide_aligner.links.links_file import DeckRecord, LinksFile

TEXT = """# Gradients

Where to go.

## Chain rule

Multiply the derivatives.

## Vanishing gradients

They shrink.
"""
NOTES = Notes(
    "notes.md",
    (
        Section(
            "gradients", "Gradients", 1, 1, (Paragraph("Where to go.", 3),)
        ),
        Section(
            "chain-rule",
            "Chain rule",
            2,
            5,
            (Paragraph("Multiply the derivatives.", 7),),
        ),
        Section(
            "vanishing-gradients",
            "Vanishing gradients",
            2,
            9,
            (Paragraph("They shrink.", 11),),
        ),
    ),
)
DECK = Deck(
    "deck",
    (
        Slide(1, "Welcome", "Welcome"),
        Slide(2, "Chain rule", "Chain rule\nouter times inner", 1),
        Slide(3, "Chain rule", "Chain rule\nouter times inner\ndone", 1),
        Slide(4, "Questions?", "Questions?"),
    ),
)
RECORD = DeckRecord("deck", "deck.pdf", "0" * 64, 4)


def link(
    section: str,
    line: int,
    show: int | None = None,
    decision: str = "insert",
    confidence: float = 0.9,
    notes: str = "notes.md",
    slides: tuple[int, ...] | None = None,
    deck: str = "deck",
) -> Link:
    shown = () if show is None else (show,)
    return Link(
        notes,
        section,
        section.replace("-", " ").capitalize(),
        line,
        deck,
        shown if slides is None else slides,
        show,
        confidence,
        decision,
        evidence=Evidence(("derivatives",), "Chain rule", "after slide 1"),
    )


LINKS = (
    link("gradients", 1, decision="skip", confidence=0.7),
    link("chain-rule", 5, 3, slides=(2, 3)),
    link("vanishing-gradients", 9, 4, "review", 0.4),
)
FILE = LinksFile.of([RECORD], LINKS)


def write_notes(folder: Path, text: str = TEXT) -> Path:
    path = folder / "notes.md"
    path.write_bytes(text.encode())
    return path
