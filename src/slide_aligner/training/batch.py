"""Lectures of about one length in one array, padded to the longest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from slide_aligner.model.potentials import log_ratio
from slide_aligner.training.examples import Example


class Batch:
    """Lectures in one array.

    Parameters
    ----------
    chosen : sequence of Example
        At least one.
    dtype : torch.dtype
        Single precision is enough to fit.

    Attributes
    ----------
    names : list of str
        The lectures' names.
    similarities : Tensor
        Shape (n_lectures, n_units, n_slides, n_similarities).
    cues : Tensor
        Shape (n_lectures, n_units, n_cues).
    slides : Tensor
        Shape (n_lectures, n_slides, n_properties).
    is_unit : Tensor
        1 where a unit is none of the padding, shape (n_lectures, n_units, 1).
    is_slide : Tensor
        The same of slides, shape (n_lectures, 1, n_slides).
    gold : Tensor
        1 where a slide is accepted, shape (n_lectures, n_units, n_slides).
    scored : Tensor
        1 where any is, shape (n_lectures, n_units).
    ratio : Tensor
        log(units / slides), shape (n_lectures, 1, 1).
    distance : Tensor
        How far on each slide is from each, shape (n_slides, n_slides).
    """

    def __init__(
        self, chosen: Sequence[Example], dtype: torch.dtype = torch.float32
    ) -> None:
        self.names = [example.name for example in chosen]
        shapes = [example.similarities.shape[:2] for example in chosen]
        ratios = [log_ratio(*shape) for shape in shapes]

        def padded(arrays: Iterable[NDArray[Any]]) -> Tensor:
            return _padded(list(arrays), dtype)

        self.similarities = padded(each.similarities for each in chosen)
        self.cues = padded(each.cues for each in chosen)
        self.slides = padded(each.slides for each in chosen)
        self.is_unit = padded(np.ones((n_units, 1)) for n_units, _ in shapes)
        self.is_slide = padded(np.ones((1, n)) for _, n in shapes)
        self.gold = padded(map(_marks, chosen))
        self.scored = self.gold.amax(2)
        self.ratio = torch.tensor(ratios, dtype=dtype)[:, None, None]
        steps = torch.arange(self.gold.shape[2], dtype=dtype)
        self.distance = steps - steps[:, None]


@dataclass(frozen=True)
class Pairs:
    """Which vector of weights is used on which lecture of a batch.

    Parameters
    ----------
    vectors, lectures : Tensor
        Indices from 0, shape (n_pairs,).
    """

    vectors: Tensor
    lectures: Tensor


def batches(chosen: Sequence[Example]) -> list[Batch]:
    """Put short lectures together, so that little is padded.

    Parameters
    ----------
    chosen : sequence of Example
        At least one.
    """
    by_length = sorted(chosen, key=lambda example: len(example.cues))
    third = -(-len(by_length) // 3)
    return [
        Batch(by_length[start : start + third])
        for start in range(0, len(by_length), third)
    ]


def pairs_of(batch: Batch, folds: Sequence[Sequence[str]]) -> Pairs:
    """Return every fold with each lecture of a batch that is in it.

    Parameters
    ----------
    batch : Batch
        Lectures.
    folds : sequence of sequence of str
        Names of the lectures that each vector of weights is fitted on.
    """
    pairs = [
        (vector, row)
        for vector, fold in enumerate(folds)
        for row, name in enumerate(batch.names)
        if name in fold
    ]
    columns = torch.tensor(pairs, dtype=torch.long).reshape(-1, 2)
    return Pairs(columns[:, 0], columns[:, 1])


def _padded(arrays: Sequence[NDArray[Any]], dtype: torch.dtype) -> Tensor:
    """Stack arrays of one or more shapes, zeros at their ends."""
    shape = np.max([array.shape for array in arrays], axis=0).tolist()
    stacked = torch.zeros(len(arrays), *shape, dtype=dtype)
    for row, array in zip(stacked, arrays, strict=True):
        row[tuple(map(slice, array.shape))] = torch.from_numpy(array)
    return stacked


def _marks(example: Example) -> NDArray[np.float64]:
    """Return 1 for accepted slides, shape (n_units, n_slides)."""
    marks = np.zeros(example.similarities.shape[:2])
    for unit, accepted in enumerate(example.gold):
        marks[unit, sorted(accepted)] = 1
    return marks
