"""How much units and slides have in common, from counts of their words.

Every function takes the counts of `count_rows`, said of shape
(n_units, n_terms) and shown of shape (n_slides, n_terms), and yields names
and matrices of shape (n_units, n_slides).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from slide_aligner.features import counts
from slide_aligner.features.counts import Matrix, Sparse

Named: TypeAlias = Iterator[tuple[str, NDArray[Any]]]

SHOWN = 0.3  # share of the words that a speaker takes from the slide
SHORT = 8  # a slide of fewer words is not surer of each of them
# Of BM25, as usual: how soon a repeated word says nothing new, and how much
# less a word says on a long slide.
K1, B = 1.2, 0.75


def of_words(said: Sparse, shown: Sparse) -> Named:
    """Yield all of them, one after the other."""
    for family in (
        _cosines,
        _log_likelihood_ratio,
        _bm25,
        _contrast,
        _containment,
    ):
        yield from family(said, shown)


def _cosines(said: Sparse, shown: Sparse) -> Named:
    """Compare directions, rare words weighing more (TF-IDF)."""
    rare = counts.rarity(shown)
    local = rare * np.maximum(counts.rarity(said), 0)
    said, shown = counts.log_counts(said), counts.log_counts(shown)
    for name, weights in (("tf", rare), ("tf2", np.sqrt(local))):
        left = counts.weighted(said, weights)
        right = counts.weighted(shown, weights)
        alone = counts.cosines(left, right)
        near = counts.cosines(counts.blurred(left, 1), right)
        yield name, alone
        yield f"{name}_1", near
        if name == "tf":
            yield "r_tf", of_best(alone, 1)
            yield "r_tf_1", of_best(near, 1)
            yield "c_tf_1", of_best(near, 0)
            wide = counts.cosines(counts.blurred(left, 3), right)
            yield "r_tf_3", of_best(wide, 1)


def _log_likelihood_ratio(said: Sparse, shown: Sparse) -> Named:
    """Weigh that the words come from this slide against from anywhere."""
    lengths = np.asarray(shown.sum(axis=1))
    total = np.asarray(said.sum(axis=0) + shown.sum(axis=0)) + 0.5
    anywhere = (total / total.sum()).astype(np.float32)
    here = shown.data / np.repeat(
        np.maximum(lengths, SHORT), np.diff(shown.indptr)
    )
    odds = SHOWN / (1 - SHOWN) * here / anywhere[shown.indices]
    gains = counts.with_data(shown, np.log1p(odds))
    capped = counts.with_data(said, np.minimum(said.data, 2))
    alone = counts.products(capped, gains)
    near = counts.products(counts.blurred(capped, 2), gains)
    yield "llr", alone / 10
    yield "llr_2", near / 20
    yield "llr_n", alone / (3 + np.diff(said.indptr))[:, None]
    yield "r_llr_2", of_best(near, 1)
    yield "c_llr_2", of_best(near, 0)


def _bm25(said: Sparse, shown: Sparse) -> Named:
    """Search with the unit as the query and slides as the documents."""
    lengths = np.asarray(shown.sum(axis=1))
    relative = lengths / (lengths.mean() or 1)
    damping = np.repeat(K1 * (1 - B + B * relative), np.diff(shown.indptr))
    hits = counts.with_data(
        shown, shown.data * (K1 + 1) / (shown.data + damping)
    )
    holding = np.bincount(shown.indices, minlength=shown.shape[1])
    rare = np.log1p((len(lengths) - holding + 0.5) / (holding + 0.5))
    asked = counts.weighted(counts.presence(said), rare.astype(np.float32))
    yield "bm25", counts.products(asked, hits) / 10
    yield "bm25_2", counts.products(counts.blurred(asked, 2), hits) / 30


def _contrast(said: Sparse, shown: Sparse) -> Named:
    """Count words that a slide has and its neighbours have not."""
    rare = counts.rarity(shown)
    said, shown = counts.presence(said), counts.presence(shown)
    said = counts.weighted(said, rare)
    near = counts.blurred(said, 2)
    around = shown
    for step in (-2, -1, 1, 2):
        around = around + counts.shifted(shown, step)
    here = counts.Sparse(shown.multiply(around))
    local = counts.with_data(here, np.log(6 / (1 + here.data)))
    yield "local", counts.products(said, local) / 5
    yield "local_2", counts.products(near, local) / 10
    for name, step in (("new", 1), ("gone", -1)):
        other = counts.shifted(shown, step)
        only = counts.Sparse(shown - shown.multiply(other))
        mass = np.asarray(counts.weighted(only, rare).sum(axis=1))
        share = counts.products(near, only) / (mass + 3)
        yield name, counts.products(said, only) / (mass + 3)
        yield f"{name}_2", np.minimum(share, 3)


def _containment(said: Sparse, shown: Sparse) -> Named:
    """Return which share of the rare words of one stands on the other."""
    rare = counts.rarity(shown)
    said, shown = counts.presence(said), counts.presence(shown)
    said = counts.weighted(said, rare)
    both = counts.products(said, shown)
    mass = np.asarray(counts.weighted(shown, rare).sum(axis=1))
    yield "share_u", both / (np.asarray(said.sum(axis=1)) + 1)[:, None]
    yield "share_z", both / (mass + 3)


def of_best(matrix: Matrix, axis: int) -> Matrix:
    """Return entries relative to the largest of their row or column.

    Parameters
    ----------
    matrix : array
        Shape (n_units, n_slides).
    axis : {0, 1}
        0 for the slide's best unit, 1 for the unit's best slide.
    """
    best = matrix.max(axis=axis, keepdims=True)
    relative: Matrix = matrix / (best + np.float32(1e-6))
    return relative
