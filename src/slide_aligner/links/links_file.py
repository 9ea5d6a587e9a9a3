"""Which slide belongs to which section, as a file that people may read.

`slide_links.json` holds the decks, one link for each section, and the slides
that no section covers. The same links give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from slide_aligner.documents import Link
from slide_aligner.links.json_entries import Entry, json_bytes, read_entry
from slide_aligner.links.link_entries import (
    link_of,
    link_values,
    rounded_confidence,
)
from terminal.atomic_write import write_whole

SCHEMA = 1


@dataclass(frozen=True)
class DeckRecord:
    """A deck that was matched.

    Parameters
    ----------
    name : str
        How links name it.
    file : str
        The file, relative to the links' folder, with forward slashes.
    sha256 : str
        Of the file's bytes, in hexadecimal.
    n_slides : int
        How many slides it has.
    """

    name: str
    file: str
    sha256: str
    n_slides: int


@dataclass(frozen=True)
class LinksFile:
    """What `slide_links.json` holds.

    Parameters
    ----------
    decks : tuple of DeckRecord
        Sorted by name.
    links : tuple of Link
        Sorted by notes and line, one for each section.
    """

    decks: tuple[DeckRecord, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(
        cls, decks: Iterable[DeckRecord], links: Iterable[Link]
    ) -> LinksFile:
        """Sort decks by name, links by notes and line; round confidences."""
        rounded = (
            replace(link, confidence=rounded_confidence(link))
            for link in links
        )
        return cls(
            tuple(sorted(decks, key=lambda deck: deck.name)),
            tuple(sorted(rounded, key=_position)),
        )

    @property
    def slides_without_section(self) -> dict[str, list[int]]:
        """Of each deck, the slides that no section has."""
        covered = {
            (link.deck, number)
            for link in self.links
            if link.decision != "skip"
            for number in link.slides
        }
        return {
            deck.name: [
                number
                for number in range(1, deck.n_slides + 1)
                if (deck.name, number) not in covered
            ]
            for deck in self.decks
        }


def _position(link: Link) -> tuple[str, int, str]:
    return link.notes, link.line, link.section


def document(file: LinksFile) -> dict[str, object]:
    """Return the links as JSON values, in the order of the file."""
    return {
        "schema": SCHEMA,
        "decks": [
            {
                "name": deck.name,
                "file": deck.file,
                "sha256": deck.sha256,
                "slides": deck.n_slides,
            }
            for deck in file.decks
        ],
        "links": [link_values(link) for link in file.links],
        "slides_without_section": file.slides_without_section,
    }


def write_links(path: Path, file: LinksFile) -> bool:
    """Write the links in one step.

    Returns
    -------
    bool
        Whether the file changed.

    Raises
    ------
    FileProblemError
        If it cannot be written.
    """
    return write_whole(path, json_bytes(document(file)))


def read_links(path: Path) -> LinksFile:
    """Read links that may have been edited by hand.

    Raises
    ------
    FileProblemError
        If the file cannot be read or an entry makes no sense; names the
        entry.
    """
    whole = read_entry(path)
    whole.only("schema", "decks", "links", "slides_without_section")
    whole.schema(SCHEMA)
    decks = _decks(whole)
    sizes = {deck.name: deck.n_slides for deck in decks.values()}
    links: dict[tuple[str, str], Link] = {}
    for entry in whole.entries("links"):
        link = link_of(entry, sizes)
        if (link.notes, link.section) in links:
            entry.fail(f"a second link for {link.notes}#{link.section}")
        links[link.notes, link.section] = link
    return LinksFile.of(decks.values(), links.values())


def _decks(whole: Entry) -> dict[str, DeckRecord]:
    decks: dict[str, DeckRecord] = {}
    for entry in whole.entries("decks"):
        entry.only("name", "file", "sha256", "slides")
        name = entry.get("name", str)
        if name in decks:
            entry.fail(f'a second deck named "{name}"')
        decks[name] = DeckRecord(
            name,
            entry.get("file", str),
            entry.get("sha256", str),
            entry.number("slides", 1),
        )
    return decks
