"""How much a paragraph and a slide have in common, counted in many ways.

No single count serves sentences, paragraphs and sections alike; trained
weights say how much each of them counts. `glossary` says what each means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from slide_aligner.documents import Slide
from slide_aligner.features import counts
from slide_aligner.features.aliases import Aliases
from slide_aligner.features.counts import Matrix, Sparse
from slide_aligner.features.slide_properties import FEW_WORDS
from slide_aligner.features.terms import (
    Unit,
    character_ngrams,
    known_words,
    single_terms,
    with_pairs,
    without_running_heads,
)
from slide_aligner.features.word_similarities import Named, of_best, of_words


class Similarities:
    """All similarities between the units of notes and the slides of a deck.

    Parameters
    ----------
    units : sequence of Unit
        In reading order, at least one.
    slides : sequence of Slide
        In order, at least one.
    aliases : Aliases
        What formulas stand for.
    """

    def __init__(
        self, units: Sequence[Unit], slides: Sequence[Slide], aliases: Aliases
    ) -> None:
        self.shape = (len(units), len(slides))
        self._said = [unit.text for unit in units]
        self._headings = [unit.heading for unit in units]
        self._titles = [slide.title for slide in slides]
        bodies = without_running_heads([slide.text for slide in slides])
        self._shown = [
            f"{title}\n{body}"
            for title, body in zip(self._titles, bodies, strict=True)
        ]
        self._aliases = aliases

    def __iter__(self) -> Iterator[tuple[str, Matrix]]:
        """Yield names and matrices of shape (n_units, n_slides), in turn.

        One after the other, so that a large course needs the memory of a few
        matrices and not of forty.
        """
        families = (
            of_words(*self.words),
            self._character_ngrams(),
            self._titles_named(),
            self._places(),
        )
        for name, matrix in chain.from_iterable(families):
            yield name, np.asarray(matrix, dtype=np.float32)

    @property
    def said_terms(self) -> list[list[str]]:
        """The terms of each unit."""
        return self._terms[0]

    @property
    def slide_lengths(self) -> NDArray[np.int64]:
        """How many words each slide has, of shape (n_slides,)."""
        return np.array([len(row) for row in self._stems[1]], dtype=np.int64)

    @cached_property
    def _stems(self) -> tuple[list[list[str]], list[list[str]]]:
        said = single_terms(self._said, self._aliases)
        return said, single_terms(self._shown, self._aliases)

    @cached_property
    def _terms(self) -> tuple[list[list[str]], list[list[str]]]:
        known = known_words([*self._said, *self._shown])
        said, shown = (
            [
                with_pairs(text, row, known, self._aliases)
                for text, row in zip(texts, rows, strict=True)
            ]
            for texts, rows in zip(
                (self._said, self._shown), self._stems, strict=True
            )
        )
        return said, shown

    @cached_property
    def words(self) -> tuple[Sparse, Sparse]:
        """Counts of words and pairs on units and on slides.

        Of shapes (n_units, n_terms) and (n_slides, n_terms).
        """
        return counts.count_rows(*self._terms)

    def _character_ngrams(self) -> Named:
        said, shown = counts.count_rows(
            list(map(character_ngrams, self._said)),
            list(map(character_ngrams, self._shown)),
        )
        rare = counts.rarity(shown)
        left, right = (
            counts.weighted(counts.log_counts(rows), rare)
            for rows in (said, shown)
        )
        yield "ch", counts.cosines(left, right)
        yield "ch_1", counts.cosines(counts.blurred(left, 1), right)
        wide = counts.cosines(counts.blurred(left, 3), right)
        yield "r_ch_3", of_best(wide, 1)

    def _titles_named(self) -> Named:
        said, titles, headings = (
            single_terms(texts, self._aliases)
            for texts in (self._said, self._titles, self._headings)
        )
        named, shown = counts.count_rows(said, titles)
        over, _ = counts.count_rows(headings, titles)
        rare = counts.rarity(shown) + np.float32(0.1)
        named, shown = counts.presence(named), counts.presence(shown)
        right = counts.weighted(shown, rare)
        mass = np.asarray(right.sum(axis=1))
        common = counts.products(named, right)
        yield "title", common / (mass + 1)
        yield "title_m", common / 3
        near = counts.blurred(named, 2)
        near.data = np.minimum(near.data, 1)
        yield "title_2", counts.products(near, right) / (mass + 1)
        yield "head", counts.cosines(counts.weighted(over, rare), right)

    def _places(self) -> Named:
        n_units, n_slides = self.shape
        lengths = self.slide_lengths
        flat = np.ones((n_units, 1), dtype=np.float32)
        yield "empty", flat * (lengths < FEW_WORDS)
        yield "loglen", (flat * np.log1p(lengths) / 5).astype(np.float32)
        gap = (np.arange(n_units, dtype=np.float32)[:, None] + 0.5) / n_units
        gap = gap - (np.arange(n_slides, dtype=np.float32) + 0.5) / n_slides
        yield "pos", -np.abs(gap)
        yield "pos2", -10 * gap * gap
