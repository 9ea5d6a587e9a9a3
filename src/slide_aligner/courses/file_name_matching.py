"""Files of one lecture are often named alike: lecture 3 goes with 03_slides.

Numbers, dates and telling words are compared; words such as "slides" or
"week" tell nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_TELL_NOTHING = frozenset(
    {
        *("chapter", "class", "day", "deck", "final", "handout", "kapitel"),
        *("lec", "lecture", "notes", "note", "presentation", "script"),
        *("session", "skript", "slide", "slides", "talk", "text", "topic"),
        *("unit", "vorlesung", "week", "woche"),
    }
)


@dataclass(frozen=True)
class Name:
    """What a file's name says.

    Parameters
    ----------
    date : str
        Eight digits, year first; empty if there is none.
    numbers : tuple of int
        All other numbers.
    words : tuple of str
        The telling words, in lower case.
    """

    date: str
    numbers: tuple[int, ...]
    words: tuple[str, ...]


def name_of(path: Path) -> Name:
    """Take a file's name apart.

    A name such as `slides.pdf` says nothing; its folder may.
    """
    name = _name(path.stem)
    if name == Name("", (), ()):
        return _name(path.absolute().parent.name)
    return name


def _name(text: str) -> Name:
    text = unicodedata.normalize("NFKC", text).casefold()
    date = _DATE.search(text)
    tokens = _TOKEN.findall(_DATE.sub(" ", text))
    return Name(
        "".join(date.groups()) if date else "",
        tuple(int(t) for t in tokens if t.isdecimal()),
        tuple(t for t in tokens if t.isalpha() and t not in _TELL_NOTHING),
    )


def match_names(
    notes: Sequence[Path], decks: Sequence[Path]
) -> dict[Path, Path]:
    """Match notes with decks by their names, as far as these are clear.

    Parameters
    ----------
    notes, decks : sequence of Path
        Files; several notes may go with one deck.

    Returns
    -------
    dict of Path to Path
        For each of the notes whose name fits one deck only, that deck.
    """
    names = {path: name_of(path) for path in (*notes, *decks)}
    matches: dict[Path, Path] = {}
    for agree in _AGREEMENTS:
        for path in notes:
            fitting = [d for d in decks if agree(names[path], names[d])]
            if path not in matches and len(fitting) == 1:
                matches[path] = fitting[0]
    return matches


def _same(a: Name, b: Name) -> bool:
    return a == b and a != Name("", (), ())


def _same_words_and_numbers(a: Name, b: Name) -> bool:
    return bool(a.words) and (a.words, a.numbers) == (b.words, b.numbers)


def _same_words(a: Name, b: Name) -> bool:
    return bool(a.words) and a.words == b.words and _one_lacks(a, b, "numbers")


def _same_numbers(a: Name, b: Name) -> bool:
    return (
        bool(a.numbers)
        and a.numbers == b.numbers
        and _one_lacks(a, b, "words")
    )


def _same_date(a: Name, b: Name) -> bool:
    return bool(a.date) and a.date == b.date


def _one_lacks(a: Name, b: Name, part: str) -> bool:
    return not (getattr(a, part) and getattr(b, part))


_AGREEMENTS: tuple[Callable[[Name, Name], bool], ...] = (
    _same,
    _same_words_and_numbers,
    _same_words,
    _same_numbers,
    _same_date,
)
