"""Why a slide was chosen, in words that a person can check."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from slide_aligner.documents import Evidence, Slide
from slide_aligner.features.aliases import Aliases
from slide_aligner.features.stems import words

_AS_WRITTEN = re.compile(r"[^\W\d_]{3,}")
_N_WORDS = 5
_ALIKE = 0.5


class Witness:
    """Finds the evidence for slides of one deck.

    Parameters
    ----------
    slides : sequence of Slide
        The deck.
    aliases : Aliases
        What formulas stand for.
    """

    def __init__(self, slides: Sequence[Slide], aliases: Aliases) -> None:
        self._slides = slides
        self._aliases = aliases
        self._stems = [set(words(s.text, aliases)) for s in slides]
        self._holding = Counter(w for stems in self._stems for w in stems)

    def evidence(
        self, text: str, heading: str, slide: int, neighbour: str
    ) -> Evidence:
        """Return what a section and a slide share.

        Parameters
        ----------
        text, heading : str
            The section.
        slide : int
            Index of the slide, from 0.
        neighbour : str
            What the order adds.
        """
        title = self._slides[slide].title
        return Evidence(
            words=self._telling(f"{heading}\n{text}", slide),
            title=title if self._alike(heading, title) else "",
            neighbour=neighbour,
        )

    def _telling(self, text: str, slide: int) -> tuple[str, ...]:
        """Return the words that few slides have, often said ones first."""
        written: dict[str, str] = {}
        said: Counter[str] = Counter()
        for word in _AS_WRITTEN.findall(text):
            for stem in words(word, self._aliases):
                if stem in self._stems[slide]:
                    written.setdefault(stem, word.casefold())
                    said[stem] += 1
        size = len(self._slides) + 1
        weight = {
            stem: np.log(size / (1 + self._holding[stem])) * (1 + np.log(n))
            for stem, n in said.items()
        }
        best = sorted(weight, key=lambda stem: (-weight[stem], stem))
        shown = dict.fromkeys(written[stem] for stem in best)
        return tuple(shown)[:_N_WORDS]

    def _alike(self, heading: str, title: str) -> bool:
        left = set(words(heading, self._aliases))
        right = set(words(title, self._aliases))
        shared = len(left & right)
        return bool(shared) and shared / len(left | right) >= _ALIKE


def neighbour_of(
    shown: Sequence[int | None], place: int, by_order: NDArray[np.bool_]
) -> str:
    """Say what the order adds for the section at `place`.

    Parameters
    ----------
    shown : sequence of int or None
        The slide of every section, from 1.
    place : int
        The section.
    by_order : array of bool
        Whether the words alone would have chosen another slide, shape
        (n_sections,).
    """
    if not by_order[place]:
        return ""
    before = next((s for s in reversed(shown[:place]) if s), None)
    after = next((s for s in shown[place + 1 :] if s), None)
    if before and after:
        return f"between slides {before} and {after}"
    if before:
        return f"after slide {before}"
    return f"before slide {after}" if after else ""
