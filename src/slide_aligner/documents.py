"""What is aligned: notes of sections and paragraphs, decks of slides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Slide:
    """One page of a deck.

    Parameters
    ----------
    number : int
        The page's number in the deck, from 1.
    title : str
        Its largest line, or the first; empty if there is none.
    text : str
        All lines of the slide, the title among them.
    n_pictures : int
        How many pictures or drawings it shows.
    """

    number: int
    title: str
    text: str
    n_pictures: int = 0


@dataclass(frozen=True)
class Deck:
    """The slides of one lecture, in order.

    Parameters
    ----------
    name : str
        The file's name without its ending.
    slides : tuple of Slide
        At least one.
    """

    name: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class Paragraph:
    """A block of running text: a paragraph, a list item, a table, a caption.

    Parameters
    ----------
    text : str
        Plain words; formulas as TeX, without markup.
    line : int
        Where it begins in the source, from 1.
    """

    text: str
    line: int


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, up to the next heading.

    Parameters
    ----------
    anchor : str
        The heading's identifier, unique in the notes; empty for text before
        the first heading.
    heading : str
        The heading as plain text.
    level : int
        1 for the notes' title, 2 for a section, and so on; 0 for text before
        the first heading.
    line : int
        The heading's line in the source, from 1.
    paragraphs : tuple of Paragraph
        Its own text, without the text of sections below it.
    """

    anchor: str
    heading: str
    level: int
    line: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Notes:
    """One file of notes.

    Parameters
    ----------
    name : str
        How the file is named in results, relative to where they are written.
    sections : tuple of Section
        In order; empty if the notes hold no text.
    """

    name: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Evidence:
    """Why a section is linked with a slide.

    Parameters
    ----------
    words : tuple of str
        Words that both have and few others, the most telling first.
    title : str
        The slide's title if it agrees with the heading; else empty.
    neighbour : str
        What the order adds, such as "between slides 3 and 6"; else empty.
    """

    words: tuple[str, ...] = ()
    title: str = ""
    neighbour: str = ""


@dataclass(frozen=True)
class Link:
    """What was decided for one section and one deck.

    Parameters
    ----------
    notes, section, heading : str
        Name of the notes, anchor and text of the heading.
    line : int
        The heading's line, from 1.
    deck : str
        Name of the deck; empty if no deck matches the notes.
    slides : tuple of int
        The run of slides that the section covers; empty if there is none.
    show : int or None
        The slide to show: of those that build up, the most complete.
    confidence : float
        Estimated probability that `show` is right, from 0 to 1.
    decision : {"insert", "review", "skip"}
        Whether to show the slide, to ask a person, or to show nothing.
    pinned : bool
        Whether a person decided.
    reason : str
        One sentence on a section without a slide; else empty.
    evidence : Evidence
        What speaks for the link.
    """

    notes: str
    section: str
    heading: str
    line: int
    deck: str
    slides: tuple[int, ...]
    show: int | None
    confidence: float
    decision: str
    pinned: bool = False
    reason: str = ""
    evidence: Evidence = Evidence()
