"""How right the matching is, and how well it knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slide_aligner.features.counts import Matrix
from slide_aligner.model.calibration import calibrated
from slide_aligner.training.gold import Lecture

N_BINS = 15


@dataclass(frozen=True)
class Judged:
    """What was chosen for the scored units of one lecture.

    Parameters
    ----------
    name : str
        The lecture's name.
    confidence : array
        Probability of the chosen slide, of shape (n_scored,), from 0 to 1.
    right : array of bool
        Whether it is an accepted one, same shape.
    near : array of bool
        Whether it is at most one slide off, same shape.
    """

    name: str
    confidence: NDArray[np.float64]
    right: NDArray[np.bool_]
    near: NDArray[np.bool_]


@dataclass(frozen=True)
class LectureScore:
    """The figures of one lecture, each a share from 0 to 1.

    Parameters
    ----------
    name : str
        The lecture's name.
    top1, within1 : float
        Share of scored units whose slide is right, or one off at most; nan
        if nothing is scored.
    insert_precision : float
        Share of right ones among the inserted; nan if none is inserted.
    insert_coverage : float
        Share of scored units that get a slide inserted.
    """

    name: str
    top1: float
    within1: float
    insert_precision: float
    insert_coverage: float


def judge(
    lecture: Lecture, probabilities: Matrix, by: Mapping[str, float]
) -> Judged:
    """Compare the most probable slides with the accepted ones.

    Parameters
    ----------
    lecture : Lecture
        With its gold.
    probabilities : array
        Shape (n_units, n_slides).
    by : mapping of str to float
        See `calibration.calibrated`.
    """
    scored = [unit for unit, accepted in enumerate(lecture.gold) if accepted]
    if not scored:
        nothing = np.zeros(0, dtype=bool)
        return Judged(lecture.name, np.zeros(0), nothing, nothing)
    chosen = probabilities[scored].argmax(axis=1)
    distance = [
        min(abs(int(slide) - right) for right in lecture.gold[unit])
        for slide, unit in zip(chosen, scored, strict=True)
    ]
    return Judged(
        lecture.name,
        calibrated(
            probabilities[scored, chosen].astype(float),
            (len(lecture.units), len(lecture.slides)),
            by,
        ),
        np.array(distance) == 0,
        np.array(distance) <= 1,
    )


def score(judged: Judged, threshold: float) -> LectureScore:
    """Return the figures of a lecture at a threshold for inserting."""
    inserted = judged.confidence >= threshold
    return LectureScore(
        judged.name,
        _share(judged.right),
        _share(judged.near),
        _share(judged.right[inserted]),
        _share(inserted),
    )


def _share(flags: NDArray[np.bool_]) -> float:
    return float(flags.mean()) if len(flags) else float("nan")


def calibration(judged: Sequence[Judged]) -> list[tuple[float, float, int]]:
    """Return mean confidence, share of right ones and size of equal bins.

    Parameters
    ----------
    judged : sequence of Judged
        Lectures; their units are put together.

    Returns
    -------
    list of tuple
        Fifteen bins of equal mass, from low to high confidence.
    """
    confidence = np.concatenate([each.confidence for each in judged])
    right = np.concatenate([each.right for each in judged])
    bins = np.array_split(np.argsort(confidence, kind="stable"), N_BINS)
    return [
        (float(confidence[b].mean()), float(right[b].mean()), len(b))
        for b in bins
        if len(b)
    ]


def calibration_error(judged: Sequence[Judged]) -> float:
    """Return the mean distance of confidence and share of right ones."""
    bins = calibration(judged)
    total = sum(size for _, _, size in bins)
    return sum(abs(c - r) * size for c, r, size in bins) / total


def coverage_at(judged: Sequence[Judged], precision: float) -> float:
    """Return the largest share of units that can be had at a precision.

    Units are taken in order of falling confidence, all lectures together.
    """
    confidence = np.concatenate([each.confidence for each in judged])
    right = np.concatenate([each.right for each in judged])
    order = np.argsort(-confidence, kind="stable")
    reached = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(reached >= precision)
    return float((enough[-1] + 1) / len(order)) if len(enough) else 0.0
