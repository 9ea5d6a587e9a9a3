"""What a course is aligned with: how to read, how to match, what to keep.

All of it can be sent to another process.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from slide_aligner.courses.cache import Cache
from slide_aligner.documents import Deck, Link, Notes, Slide
from slide_aligner.links.json_entries import Entry
from slide_aligner.links.link_entries import link_of, link_values
from slide_aligner.links.pins import Pin
from terminal.errors import FileProblemError
from terminal.text_files import sha256_of

Progress = Callable[[int, int], object]


class Align(Protocol):
    """Matches notes, in reading order, with one deck."""

    def __call__(
        self,
        notes: Sequence[Notes],
        deck: Deck,
        *,
        method: str = "lexical",
        aliases: Path | None = None,
        skip: Sequence[str] = (),
        generic: Sequence[str] = (),
        pins: Sequence[Pin] = (),
    ) -> list[Link]:
        """Return one link for each section, in order."""


class ReadDeck(Protocol):
    """Reads the slides of a file."""

    def __call__(
        self,
        path: Path,
        *,
        password: str | None = None,
        ocr: bool = False,
        progress: Progress | None = None,
    ) -> Deck:
        """Return the slides in order."""


@dataclass(frozen=True)
class Options:
    """What a user chose for a run.

    Parameters
    ----------
    method : {"lexical", "embeddings"}
        How sections are compared with slides.
    aliases : Path, optional
        Further words for LaTeX commands.
    skip, generic : tuple of str
        Headings that get no slide; headings that say nothing.
    password : str, optional
        What opens protected decks.
    ocr : bool
        Whether pages without text are recognised.
    """

    method: str = "lexical"
    aliases: Path | None = None
    skip: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    password: str | None = None
    ocr: bool = False


@dataclass(frozen=True)
class Tools:
    """Functions of modules, so that other processes find them.

    Parameters
    ----------
    read_notes, read_deck, align, relatedness : callable
        See the modules `markdown`, `decks` and `alignment`.
    cache : Path, optional
        The folder for results; None keeps nothing.
    """

    read_notes: Callable[[Path, str], Notes]
    read_deck: ReadDeck
    align: Align
    relatedness: Callable[[Sequence[Notes], Deck], float]
    cache: Path | None = None


def all_tools(cache: Path | None) -> Tools:
    """Return the tools of this package."""
    # Late, since the matching takes a second to import.
    from slide_aligner.decisions.align import align, relatedness
    from slide_aligner.decks.read import read_deck
    from slide_aligner.notes.markdown import read_notes

    return Tools(read_notes, read_deck, align, relatedness, cache)


@dataclass(frozen=True)
class Task:
    """Notes to be aligned with a deck.

    Parameters
    ----------
    notes : tuple of Notes
        In reading order.
    deck : Deck
        The slides.
    pins : tuple of Pin
        What a person decided on these notes.
    """

    notes: tuple[Notes, ...]
    deck: Deck
    pins: tuple[Pin, ...]


@dataclass(frozen=True)
class DeckReader:
    """Reads a deck, or remembers it.

    Parameters
    ----------
    read_deck : callable
        See the module `decks`.
    folder : Path or None
        The cache.
    options : Options
        Password and recognition.
    """

    read_deck: ReadDeck
    folder: Path | None
    options: Options

    def __call__(self, path: Path, progress: Progress | None = None) -> Deck:
        """Read a deck, named after its file."""
        # What a password protects is not copied into the cache.
        protected = self.options.password is not None
        cache = Cache(None if protected else self.folder)
        key = ("deck", path.suffix, sha256_of(path), self.options.ocr)
        kept = _deck_of(cache.get(*key), path.stem)
        if kept is not None:
            return kept
        deck = self.read_deck(
            path,
            password=self.options.password,
            ocr=self.options.ocr,
            progress=progress,
        )
        cache.put([dataclasses.astuple(s) for s in deck.slides], *key)
        return deck


@dataclass(frozen=True)
class Work:
    """Reads and aligns with the same tools and options, from the cache."""

    tools: Tools
    options: Options

    def deck(self, path: Path, progress: Progress | None = None) -> Deck:
        """Read a deck, named after its file."""
        read = DeckReader(self.tools.read_deck, self.tools.cache, self.options)
        return read(path, progress)

    def links(self, task: Task) -> list[Link]:
        """Align notes with a deck."""
        protected = self.options.password is not None
        cache = Cache(None if protected else self.tools.cache)
        key = ("links", *self._key(task))
        kept = _links_of(cache.get(*key), task.deck)
        if kept is not None:
            return kept
        links = self.tools.align(
            task.notes,
            task.deck,
            method=self.options.method,
            aliases=self.options.aliases,
            skip=self.options.skip,
            generic=self.options.generic,
            pins=task.pins,
        )
        cache.put([link_values(link) for link in links], *key)
        return links

    def _key(self, task: Task) -> tuple[object, ...]:
        aliases = self.options.aliases
        return (
            dataclasses.asdict(task),
            self.options.method,
            sha256_of(aliases) if aliases else "",
            self.options.skip,
            self.options.generic,
        )


def _deck_of(kept: object, name: str) -> Deck | None:
    if not isinstance(kept, list):
        return None
    try:
        return Deck(name, tuple(Slide(*values) for values in kept))
    except TypeError:
        return None


def _links_of(kept: Any, deck: Deck) -> list[Link] | None:
    if not isinstance(kept, list):
        return None
    sizes = {deck.name: len(deck.slides)}
    try:
        return [link_of(Entry(Path(), "", v), sizes) for v in kept]
    except (FileProblemError, AttributeError, TypeError):
        return None
