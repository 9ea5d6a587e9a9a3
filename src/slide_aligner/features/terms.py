"""What of a text is compared: stems, pairs of stems, character n-grams."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from slide_aligner.features.aliases import Aliases
from slide_aligner.features.stems import words

_RAW = re.compile(r"[^\W\d_]+")
_NGRAM_LENGTHS = (3, 4, 5)
_RUNNING_HEAD = 0.4


@dataclass(frozen=True)
class Unit:
    """A piece of the notes that is matched with a slide.

    Parameters
    ----------
    text : str
        A paragraph or a spoken sentence.
    heading : str
        The heading above it; empty if there is none.
    notes : str
        The file it stands in, where several follow one another.
    """

    text: str
    heading: str = ""
    notes: str = ""


def without_running_heads(texts: Sequence[str]) -> list[str]:
    """Drop lines that stand on more than two fifths of the slides."""
    lines = [[line.strip() for line in text.splitlines()] for text in texts]
    counts = Counter(line for slide in lines for line in set(slide) if line)
    often = len(texts) * _RUNNING_HEAD
    running = {line for line, n in counts.items() if n > often and n > 2}
    return [
        "\n".join(line for line in slide if line not in running)
        for slide in lines
    ]


def single_terms(texts: Sequence[str], aliases: Aliases) -> list[list[str]]:
    """Return the stems of every text."""
    return [words(text, aliases) for text in texts]


def known_words(texts: Sequence[str]) -> set[str]:
    """Return all words of the texts, as they are written, in lower case."""
    return {word for text in texts for word in _RAW.findall(text.casefold())}


def with_pairs(
    text: str, stems: Sequence[str], known: Set[str], aliases: Aliases
) -> list[str]:
    """Add pairs of neighbouring stems, and compounds written apart.

    Where one writes "feed-back" and the other "feedback", the joined form is a
    word that is known from elsewhere.
    """
    raw = _RAW.findall(text.casefold())
    joined = [a + b for a, b in pairwise(raw)]
    compounds = [w for w in joined if len(w) > 5 and w in known]
    return [
        *stems,
        *(f"{a} {b}" for a, b in pairwise(stems)),
        *words(" ".join(compounds), aliases),
    ]


def character_ngrams(text: str) -> list[str]:
    """Return runs of three to five characters of every word and its edges."""
    ngrams = []
    for word in text.casefold().split():
        edged = f" {word} "
        for length in _NGRAM_LENGTHS:
            ngrams += [
                edged[start : start + length]
                for start in range(max(len(edged) - length + 1, 1))
            ]
    return ngrams
