"""Notes as what is matched: every paragraph, with the heading above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from slide_aligner.documents import Notes, Section
from slide_aligner.features.terms import Unit

# Headings of what every text has and no slide shows, and headings that say
# nothing of what stands under them.
SKIPPED = (
    "acknowledgements", "bibliography", "contents", "footnotes", "literature",
    "references", "table of contents",
)  # fmt: skip
GENERIC = (
    "discussion", "example", "examples", "exercise", "exercises", "note",
    "notes", "remark", "remarks", "solution", "solutions",
)  # fmt: skip


@dataclass(frozen=True)
class Passage:
    """A section and the units that speak for it.

    Parameters
    ----------
    notes : str
        Name of the notes.
    section : Section
        The section.
    heading : str
        What counts as its heading: that of the section above it if its own
        says nothing.
    skipped : bool
        Whether it gets no slide because of its heading.
    units : tuple of int
        Indices of its units; of the sections below it where it has no text
        of its own.
    """

    notes: str
    section: Section
    heading: str
    skipped: bool
    units: tuple[int, ...]


def passages(
    notes: Sequence[Notes], skip: Sequence[str], generic: Sequence[str]
) -> tuple[list[Passage], list[Unit]]:
    """Take notes apart.

    Parameters
    ----------
    notes : sequence of Notes
        In reading order.
    skip, generic : sequence of str
        Further headings that get no slide, or that say nothing.

    Returns
    -------
    tuple
        One passage for each section in order, and all units.
    """
    skipped = {_plain(heading) for heading in (*SKIPPED, *skip)}
    empty = {_plain(heading) for heading in (*GENERIC, *generic)}
    found: list[Passage] = []
    units: list[Unit] = []
    for each in notes:
        trail: list[tuple[int, str]] = []
        own = []
        for section in each.sections:
            trail = [above for above in trail if above[0] < section.level]
            heading = section.heading
            if _plain(heading) in empty and trail:
                heading = trail[-1][1]
            trail.append((section.level, heading))
            left_out = _plain(section.heading) in skipped
            first = len(units)
            if not left_out:
                units += _units(section, heading, each.name)
            numbers = tuple(range(first, len(units)))
            own.append(Passage(each.name, section, heading, left_out, numbers))
        found += _with_text_below(own)
    return found, units


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().split()).rstrip(":.")


def _units(section: Section, heading: str, notes: str) -> list[Unit]:
    return [
        Unit(paragraph.text, heading, notes)
        for paragraph in section.paragraphs
    ]


def _with_text_below(own: Sequence[Passage]) -> list[Passage]:
    """Let a heading without text speak with the sections below it."""
    whole = []
    for place, passage in enumerate(own):
        units = list(passage.units)
        if not units and not passage.skipped:
            for below in own[place + 1 :]:
                if below.section.level <= passage.section.level:
                    break
                units += below.units
        whole.append(
            Passage(
                passage.notes,
                passage.section,
                passage.heading,
                passage.skipped,
                tuple(units),
            )
        )
    return whole
