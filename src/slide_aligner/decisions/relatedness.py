"""Whether notes and a deck are about the same lecture at all.

Single words are shared by all lectures of a subject. Pairs of neighbouring
words are not: on twenty lectures of two courses, at least 5 in 100 of a
deck's pairs are said in its own notes, and at most 3 in 100 in the notes of
another course.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from slide_aligner.documents import Deck, Notes, Slide
from slide_aligner.features.aliases import Aliases, shipped_aliases
from slide_aligner.features.stems import words
from slide_aligner.features.terms import without_running_heads

RELATED_FROM = 0.025
_FEW = 40  # pairs, below which their number says nothing


def relatedness(notes: Sequence[Notes], deck: Deck) -> float:
    """Return how much notes and a deck are about the same.

    Parameters
    ----------
    notes : sequence of Notes
        All notes of a lecture.
    deck : Deck
        A deck.

    Returns
    -------
    float
        From 0 to 1: the share of word pairs of the smaller of the two that
        the other one has.
    """
    said = (
        f"{section.heading}\n{paragraph.text}"
        for each in notes
        for section in each.sections
        for paragraph in section.paragraphs
    )
    return _overlap(said, deck.slides, shipped_aliases())[0]


def are_unrelated(
    said: Iterable[str], slides: Sequence[Slide], aliases: Aliases
) -> bool:
    """Tell whether texts are long enough to see that a deck is another's."""
    shared, size = _overlap(said, slides, aliases)
    return size >= _FEW and shared < RELATED_FROM


def _overlap(
    said: Iterable[str], slides: Sequence[Slide], aliases: Aliases
) -> tuple[float, int]:
    shown = without_running_heads([slide.text for slide in slides])
    left, right = _pairs(said, aliases), _pairs(shown, aliases)
    size = min(len(left), len(right))
    return (len(left & right) / size if size else 0.0), size


def _pairs(texts: Iterable[str], aliases: Aliases) -> set[tuple[str, str]]:
    return {pair for text in texts for pair in pairwise(words(text, aliases))}
