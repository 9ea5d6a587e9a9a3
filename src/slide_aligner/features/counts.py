"""Texts as rows of counts: one column for every word that a slide shows.

A word that no slide shows can tell nothing about slides, so it gets no
column, and memory grows with what is said, not with the language. Rows have
the shape (n_texts, n_terms) everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Sparse: TypeAlias = sp.csr_array


def count_rows(
    units: Sequence[Sequence[str]], slides: Sequence[Sequence[str]]
) -> tuple[Sparse, Sparse]:
    """Count the terms of units and slides in the slides' vocabulary.

    Parameters
    ----------
    units, slides : sequence of sequence of str
        The terms of each text.

    Returns
    -------
    tuple of sparse array
        Counts of shape (n_units, n_terms) and (n_slides, n_terms).
    """
    terms = {term for slide in slides for term in slide}
    column = {term: index for index, term in enumerate(sorted(terms))}
    return _rows(units, column), _rows(slides, column)


def _rows(texts: Sequence[Sequence[str]], column: dict[str, int]) -> Sparse:
    indices: list[int] = []
    values: list[int] = []
    ends = [0]
    for text in texts:
        found = Counter(column[term] for term in text if term in column)
        for index in sorted(found):
            indices.append(index)
            values.append(found[index])
        ends.append(len(indices))
    data = np.asarray(values, dtype=np.float32)
    shape = (len(texts), max(len(column), 1))
    return sp.csr_array((data, indices, ends), shape=shape)


def with_data(rows: Sparse, data: NDArray[Any]) -> Sparse:
    """Return other values in the places where rows have some.

    Parameters
    ----------
    rows : sparse array
        Shape (n_texts, n_terms), with n_values entries.
    data : array
        Shape (n_values,).
    """
    return sp.csr_array((data, rows.indices, rows.indptr), shape=rows.shape)


def rarity(rows: Sparse) -> NDArray[np.float32]:
    """Return log((1 + texts) / (1 + texts with it)) of terms, (n_terms,)."""
    holding = np.bincount(rows.indices, minlength=rows.shape[1])
    rare: NDArray[np.float32] = np.log(
        (1 + rows.shape[0]) / (1 + holding)
    ).astype(np.float32)
    return rare


def presence(rows: Sparse) -> Sparse:
    """Return ones where a text holds a term."""
    return with_data(rows, np.ones_like(rows.data))


def log_counts(rows: Sparse) -> Sparse:
    """Return 1 + log(count): the tenth mention says little more."""
    return with_data(rows, 1 + np.log(rows.data))


def weighted(rows: Sparse, weights: NDArray[np.float32]) -> Sparse:
    """Return rows with every column times its weight, of shape (n_terms,)."""
    return with_data(rows, rows.data * weights[rows.indices])


def unit_length(rows: Sparse) -> Sparse:
    """Return rows divided by their Euclidean lengths; empty ones stay."""
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)))
    lengths = np.where(lengths > 0, lengths, 1)
    return with_data(
        rows, rows.data / np.repeat(lengths, np.diff(rows.indptr))
    )


def products(left: Sparse, right: Sparse) -> Matrix:
    """Return all inner products, of shape (rows of left, rows of right)."""
    dense: Matrix = (left @ right.T).toarray().astype(np.float32, copy=False)
    return dense


def cosines(left: Sparse, right: Sparse) -> Matrix:
    """Return all cosines, of shape (rows of left, rows of right)."""
    return products(unit_length(left), unit_length(right))


def blurred(rows: Sparse, width: float) -> Sparse:
    """Add to every row its neighbours, weighted by a Gaussian of the distance.

    Parameters
    ----------
    rows : sparse array
        Shape (n_texts, n_terms), in reading order.
    width : float
        Standard deviation in rows; beyond three of them nothing is added.
    """
    reach = np.arange(-int(3 * width), int(3 * width) + 1)
    near = reach[np.abs(reach) < rows.shape[0]]
    shape = (rows.shape[0], rows.shape[0])
    diagonals = [
        np.full(rows.shape[0], np.exp(-0.5 * (step / width) ** 2), np.float32)
        for step in near
    ]
    band = sp.dia_array(sp.diags_array(diagonals, offsets=near, shape=shape))
    return sp.csr_array(band.tocsr() @ rows)


def shifted(rows: Sparse, step: int) -> Sparse:
    """Return rows moved down by `step`; rows of zeros come in."""
    empty = sp.csr_array((abs(step), rows.shape[1]), dtype=np.float32)
    if step >= 0:
        stacked = sp.vstack([empty, rows[: max(rows.shape[0] - step, 0)]])
    else:
        stacked = sp.vstack([rows[-step:], empty])
    return sp.csr_array(stacked)[: rows.shape[0]]
