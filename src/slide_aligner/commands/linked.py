"""The decks and notes that a file of links speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from slide_aligner.courses.cache import user_folder
from slide_aligner.courses.tools import DeckReader, Options
from slide_aligner.decks.read import read_deck
from slide_aligner.documents import Deck, Link
from slide_aligner.links.links_file import DeckRecord, LinksFile, read_links
from terminal.errors import Failure, FileProblemError
from terminal.text_files import sha256_of

R = TypeVar("R")


@dataclass
class Linked:
    """Links, where they stand, and what went wrong so far.

    Parameters
    ----------
    file : LinksFile
        The links.
    folder : Path
        What their file names are relative to.
    password : str, optional
        What opens the decks.
    failures : list of Failure
        One for each file that could not be used.
    warnings : list of str
        One for each deck that changed since the links were made.
    """

    file: LinksFile
    folder: Path
    password: str | None = None
    failures: list[Failure] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path, password: str | None) -> Linked:
        """Read links from a file."""
        return cls(read_links(path), path.parent, password)

    def attempt(self, work: Callable[[], R]) -> R | None:
        """Do something with one file; if it fails, remember why."""
        try:
            return work()
        except FileProblemError as problem:
            self.failures.append(Failure(str(problem)))
            return None

    def deck(self, record: DeckRecord) -> Deck | None:
        """Read a deck, under the name that the links use."""
        return self.attempt(lambda: self._deck(record))

    def _deck(self, record: DeckRecord) -> Deck:
        path = self.deck_path(record)
        if sha256_of(path) != record.sha256:
            self.warnings.append(
                f"{path}: changed since it was aligned; align again"
            )
        options = Options(password=self.password)
        deck = DeckReader(read_deck, user_folder(), options)(path)
        return Deck(record.name, deck.slides)

    def deck_path(self, record: DeckRecord) -> Path:
        """Return a deck's file."""
        return self.folder / record.file

    def notes_path(self, name: str) -> Path:
        """Return the file of notes."""
        return self.folder / name

    def paths(self) -> list[Path]:
        """Return the files of all notes and decks."""
        decks = [self.deck_path(record) for record in self.file.decks]
        return [*map(self.notes_path, self.by_notes()), *decks]

    def by_notes(self) -> dict[str, list[Link]]:
        """Return the links of each file of notes."""
        grouped: dict[str, list[Link]] = {}
        for link in self.file.links:
            grouped.setdefault(link.notes, []).append(link)
        return grouped


def shown_slides(links: Iterable[Link], decision: str) -> dict[str, list[int]]:
    """Return for each deck the slides that links of a decision show."""
    shown: dict[str, set[int]] = {}
    for link in links:
        if link.decision == decision and link.show is not None:
            shown.setdefault(link.deck, set()).add(link.show)
    return {deck: sorted(numbers) for deck, numbers in shown.items()}


def title_of(deck: Deck, number: int) -> str:
    """Return what to call a slide: its title, or its number."""
    slides: Sequence[str] = [
        slide.title for slide in deck.slides if slide.number == number
    ]
    return next(filter(str.strip, slides), f"Slide {number}")
