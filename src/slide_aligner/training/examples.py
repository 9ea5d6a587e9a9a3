"""Lectures as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from slide_aligner.model.model import case
from slide_aligner.training.gold import Lecture
from slide_aligner.training.granularity import in_other_granularity
from slide_aligner.training.layout import Layout


@dataclass(frozen=True)
class Example:
    """One lecture as arrays.

    Parameters
    ----------
    name : str
        The lecture's name.
    similarities : array
        Shape (n_units, n_slides, n_similarities).
    cues : array
        Shape (n_units, n_cues).
    slides : array
        Shape (n_slides, n_properties).
    gold : tuple of frozenset of int
        Accepted slides of each unit, from 0; empty: not scored.
    """

    name: str
    similarities: NDArray[np.float32]
    cues: NDArray[np.float32]
    slides: NDArray[np.float32]
    gold: tuple[frozenset[int], ...]


def examples(
    lectures: Sequence[Lecture], method: str
) -> tuple[list[Example], Layout]:
    """Return lectures as arrays, and the names along their last axes.

    Each lecture is there twice, in two granularities.

    Parameters
    ----------
    lectures : sequence of Lecture
        At least one; each with at least one unit and one slide.
    method : {"lexical", "embeddings"}
        How units are compared with slides.
    """
    twice = [
        each
        for lecture in lectures
        for each in (lecture, in_other_granularity(lecture))
    ]
    made = [
        example(lecture, method)
        for lecture in track(twice, "comparing units with slides")
    ]
    return [each for each, _ in made], made[0][1]


def example(lecture: Lecture, method: str) -> tuple[Example, Layout]:
    """Return one lecture as arrays, and the names along their last axes."""
    seen = case(lecture.units, lecture.slides, method=method)
    similarities = dict(seen.similarities)
    return (
        Example(
            lecture.name,
            np.stack(list(similarities.values()), axis=-1),
            np.stack(list(seen.cues.values()), axis=-1),
            np.stack(list(seen.slides.values()), axis=-1),
            lecture.gold,
        ),
        Layout(tuple(similarities), tuple(seen.cues), tuple(seen.slides)),
    )
