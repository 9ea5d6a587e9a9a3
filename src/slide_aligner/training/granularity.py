"""The same lecture in larger or smaller units.

Notes come as sentences, as paragraphs or as sections. Weights that were fitted
on one of these know nothing of the others, so each lecture is fitted on in two
granularities: as it is, and divided further or put together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from slide_aligner.training.gold import Lecture

TOGETHER = 4  # sentences that make about a paragraph
_FINE = 4  # units for each slide, from which on they are sentences
_END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def in_other_granularity(lecture: Lecture) -> Lecture:
    """Return sentences as paragraphs, or paragraphs as sentences.

    Parameters
    ----------
    lecture : Lecture
        With at least one slide.
    """
    if len(lecture.units) > _FINE * len(lecture.slides):
        return coarser(lecture, TOGETHER)
    return finer(lecture)


def finer(lecture: Lecture) -> Lecture:
    """Return a lecture in which every sentence is a unit.

    Each accepts the slides that its paragraph accepts.
    """
    sentences = [
        (replace(unit, text=sentence), accepted)
        for unit, accepted in zip(lecture.units, lecture.gold, strict=True)
        for sentence in _END_OF_SENTENCE.split(unit.text.strip())
    ]
    return replace(
        lecture,
        units=tuple(unit for unit, _ in sentences),
        gold=tuple(accepted for _, accepted in sentences),
    )


def coarser(lecture: Lecture, size: int) -> Lecture:
    """Return a lecture in which `size` neighbouring units are one.

    It accepts the slides that most of them accept.
    """
    units, gold = lecture.units, lecture.gold
    starts = range(0, len(units), size)
    return replace(
        lecture,
        units=tuple(
            replace(
                units[start],
                text=" ".join(u.text for u in units[start : start + size]),
            )
            for start in starts
        ),
        gold=tuple(_most(gold[start : start + size]) for start in starts),
    )


def _most(accepted: Sequence[frozenset[int]]) -> frozenset[int]:
    votes = Counter(slide for slides in accepted for slide in slides)
    most = max(votes.values(), default=0)
    return frozenset(s for s, count in votes.items() if count == most)
