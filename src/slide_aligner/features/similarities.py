"""How much a paragraph and a slide have in common, counted in many ways.

No single count serves sentences, paragraphs and sections alike; trained
weights say how much each of them counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from slide_aligner.documents import Slide
from slide_aligner.features import counts
from slide_aligner.features.aliases import Aliases
from slide_aligner.features.counts import Matrix, Sparse
from slide_aligner.features.terms import (
    Unit,
    known_words,
    pieces,
    single_terms,
    with_pairs,
    without_running_heads,
)

Named = Iterator[tuple[str, NDArray[Any]]]

SHOWN = 0.3  # share of the words that a speaker takes from the slide
SHORT = 8  # a slide of fewer words is not surer of each of them


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
        self,
        units: Sequence[Unit],
        slides: Sequence[Slide],
        aliases: Aliases,
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
        for family in (
            self._cosines,
            self._told,
            self._found,
            self._contrast,
            self._shares,
            self._pieces,
            self._titles_named,
            self._places,
        ):
            for name, matrix in family():
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
        """Counts of words and pairs on units and on slides."""
        return counts.count_rows(*self._terms)

    @cached_property
    def _rarity(self) -> NDArray[np.float32]:
        return counts.rarity(self.words[1])

    def _cosines(self) -> Named:
        said, shown = map(counts.log_counts, self.words)
        local = self._rarity * np.maximum(counts.rarity(self.words[0]), 0)
        for name, weights in (("tf", self._rarity), ("tf2", np.sqrt(local))):
            left = counts.weighted(said, weights)
            right = counts.weighted(shown, weights)
            alone = counts.cosines(left, right)
            near = counts.cosines(counts.blurred(left, 1), right)
            yield name, alone
            yield f"{name}_1", near
            if name == "tf":
                yield "r_tf", _of_best(alone, 1)
                yield "r_tf_1", _of_best(near, 1)
                yield "c_tf_1", _of_best(near, 0)
                wide = counts.cosines(counts.blurred(left, 3), right)
                yield "r_tf_3", _of_best(wide, 1)

    def _told(self) -> Named:
        """Log-odds that the words come from this slide, not from anywhere."""
        said, shown = self.words
        lengths = np.asarray(shown.sum(axis=1))
        total = np.asarray(said.sum(axis=0) + shown.sum(axis=0)) + 0.5
        anywhere = (total / total.sum()).astype(np.float32)
        here = shown.data / np.repeat(
            np.maximum(lengths, SHORT), np.diff(shown.indptr)
        )
        odds = SHOWN / (1 - SHOWN) * here / anywhere[shown.indices]
        gains = counts.Sparse(
            (np.log1p(odds), shown.indices, shown.indptr), shape=shown.shape
        )
        capped = counts.Sparse(
            (np.minimum(said.data, 2), said.indices, said.indptr),
            shape=said.shape,
        )
        alone = counts.products(capped, gains)
        near = counts.products(counts.blurred(capped, 2), gains)
        yield "llr", alone / 10
        yield "llr_2", near / 20
        yield "llr_n", alone / (3 + np.diff(said.indptr))[:, None]
        yield "r_llr_2", _of_best(near, 1)
        yield "c_llr_2", _of_best(near, 0)

    def _found(self) -> Named:
        """BM25, with the unit as the query and slides as the documents."""
        said, shown = self.words
        lengths = np.asarray(shown.sum(axis=1))
        relative = lengths / (lengths.mean() or 1)
        damping = np.repeat(
            1.2 * (0.25 + 0.75 * relative), np.diff(shown.indptr)
        )
        hits = counts.Sparse(
            (
                shown.data * 2.2 / (shown.data + damping),
                shown.indices,
                shown.indptr,
            ),
            shape=shown.shape,
        )
        holding = np.bincount(shown.indices, minlength=shown.shape[1])
        rare = np.log1p((len(lengths) - holding + 0.5) / (holding + 0.5))
        asked = counts.weighted(counts.presence(said), rare.astype(np.float32))
        yield "bm25", counts.products(asked, hits) / 10
        yield (
            "bm25_2",
            counts.products(counts.blurred(asked, 2), hits) / 30,
        )

    def _contrast(self) -> Named:
        """Words that a slide has and its neighbours have not."""
        said = counts.weighted(counts.presence(self.words[0]), self._rarity)
        near = counts.blurred(said, 2)
        shown = counts.presence(self.words[1])
        around = counts.presence(self.words[1])
        for step in (-2, -1, 1, 2):
            around = around + counts.shifted(shown, step)
        here = counts.Sparse(shown.multiply(around))
        local = counts.Sparse(
            (np.log(6 / (1 + here.data)), here.indices, here.indptr),
            shape=here.shape,
        )
        alone = counts.products(said, local)
        yield "local", alone / 5
        yield "local_2", counts.products(near, local) / 10
        for name, step in (("new", 1), ("gone", -1)):
            other = counts.shifted(shown, step)
            only = counts.Sparse(shown - shown.multiply(other))
            mass = np.asarray(counts.weighted(only, self._rarity).sum(axis=1))
            yield name, counts.products(said, only) / (mass + 3)
            yield (
                f"{name}_2",
                np.minimum(counts.products(near, only) / (mass + 3), 3),
            )

    def _shares(self) -> Named:
        """Which share of the rare words of one stands on the other."""
        said = counts.weighted(counts.presence(self.words[0]), self._rarity)
        shown = counts.presence(self.words[1])
        both = counts.products(said, shown)
        mass = np.asarray(counts.weighted(shown, self._rarity).sum(axis=1))
        yield "share_u", both / (np.asarray(said.sum(axis=1)) + 1)[:, None]
        yield "share_z", both / (mass + 3)

    def _pieces(self) -> Named:
        said, shown = counts.count_rows(
            list(map(pieces, self._said)), list(map(pieces, self._shown))
        )
        rare = counts.rarity(shown)
        left, right = (
            counts.weighted(counts.log_counts(rows), rare)
            for rows in (said, shown)
        )
        yield "ch", counts.cosines(left, right)
        yield "ch_1", counts.cosines(counts.blurred(left, 1), right)
        wide = counts.cosines(counts.blurred(left, 3), right)
        yield "r_ch_3", _of_best(wide, 1)

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
        yield (
            "head",
            counts.cosines(counts.weighted(over, rare), right),
        )

    def _places(self) -> Named:
        n_units, n_slides = self.shape
        lengths = self.slide_lengths
        flat = np.ones((n_units, 1), dtype=np.float32)
        yield "empty", flat * (lengths < 3)
        yield "loglen", (flat * np.log1p(lengths) / 5).astype(np.float32)
        gap = (np.arange(n_units, dtype=np.float32)[:, None] + 0.5) / n_units
        gap = gap - (np.arange(n_slides, dtype=np.float32) + 0.5) / n_slides
        yield "pos", -np.abs(gap)
        yield "pos2", -10 * gap * gap


def _of_best(matrix: Matrix, axis: int) -> Matrix:
    """Return entries relative to the largest of their row or column."""
    best = matrix.max(axis=axis, keepdims=True)
    relative: Matrix = matrix / (best + np.float32(1e-6))
    return relative
