"""What in the notes themselves tells that the speaker moves on.

"Now let's look at ..." opens a topic, "because ..." carries one on, and where
two neighbouring passages share few words something has changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from slide_aligner.features import counts
from slide_aligner.features.counts import Sparse
from slide_aligner.features.terms import Unit

Signal = NDArray[np.floating]  # of shape (n_units,)

_OPENINGS = {
    "okay": r"(?:ok|okay|alright|all right|right|good|yes|yeah)\b",
    "so": r"so\b",
    "now": r"(?:now|next|then|finally|let)\b",
    "and": r"(?:and|but|because|or|also|it|they|that|he|she|which)\b",
    "pronoun": r"(?:it|it's|they|he|she|that|that's|because|which|and|or|you"
    r"|if)\b",
}
_ANYWHERE = {
    "lets": r"\b(?:let s|let's|lets|move on|let me)\b",
    "look": r"\b(?:look|talk about|see here|example)\b",
    "heres": r"\b(?:here's|here is|here are|this is|these are|this slide)\b",
    "next": r"\b(?:next|another|last|following|finally|second|third)\b",
    "ask": r"\b(?:question|yes|yeah)\b",
    "here": r"\b(?:here|slide|next|this is|these are|let s|let's|talk about"
    r"|move on|look at|another|following)\b",
}
_BULLET = re.compile(r"\s*[-*•]")
_COHESION_SPAN = 5


def cues(
    units: Sequence[Unit], terms: Sequence[Sequence[str]]
) -> dict[str, Signal]:
    """Return what tells of a change before each unit.

    Parameters
    ----------
    units : sequence of Unit
        In reading order.
    terms : sequence of sequence of str
        The terms of each unit.

    Returns
    -------
    dict of str to array
        By the cue's name, each of shape (n_units,); zero at the first unit
        where a cue compares with the unit before.
    """
    said = [
        re.sub(r"^\W+", "", unit.text.casefold().replace("’", "'"))
        for unit in units
    ]
    found = {
        **{
            name: [bool(re.match(pattern, text)) for text in said]
            for name, pattern in _OPENINGS.items()
        },
        **{
            name: [bool(re.search(pattern, text)) for text in said]
            for name, pattern in _ANYWHERE.items()
        },
        **_items([unit.text for unit in units]),
        **_lengths(said),
        **_cohesion(counts.count_rows(terms, terms)[0]),
        "heading": _changes([unit.heading for unit in units]),
    }
    return {
        name: np.asarray(signal, dtype=np.float32)
        for name, signal in found.items()
    }


def _items(texts: Sequence[str]) -> dict[str, Signal]:
    items = np.array([bool(_BULLET.match(text)) for text in texts], float)
    before = _delayed(items)
    return {
        "bullet": items,
        "prevbullet": before,
        "newblock": before * (1 - items),
    }


def _lengths(said: Sequence[str]) -> dict[str, Signal]:
    lengths = np.log1p([len(text.split()) for text in said])
    here = lengths - lengths.mean()
    before = _delayed(here)
    return {"len": here, "prevlen": before, "minlen": np.minimum(here, before)}


def _cohesion(words: Sparse) -> dict[str, Signal]:
    """Compare the passage before each unit with the passage after it.

    Parameters
    ----------
    words : sparse array
        Counts of shape (n_units, n_terms).
    """
    rows = counts.unit_length(
        counts.weighted(counts.log_counts(words), counts.rarity(words))
    )
    span = _COHESION_SPAN
    before = counts.Sparse(
        sum(
            (counts.shifted(rows, step) for step in range(2, span + 1)),
            start=counts.shifted(rows, 1),
        )
    )
    after = counts.Sparse(
        sum((counts.shifted(rows, -step) for step in range(1, span)), rows)
    )
    pairs = counts.unit_length(before).multiply(counts.unit_length(after))
    alike = np.asarray(pairs.sum(axis=1))
    around = np.convolve(alike, np.ones(9), "same")
    near = np.convolve(np.ones(len(alike)), np.ones(9), "same")
    if len(alike) < 9:
        around, near = around[: len(alike)], near[: len(alike)]
    return {
        "cohesion": (alike - alike.mean()) / (alike.std() + 1e-6),
        "dip": alike - around / near,
    }


def _changes(headings: Sequence[str]) -> Signal:
    changed = [a != b for a, b in pairwise(headings)]
    return np.array([False, *changed], dtype=float)


def _delayed(signal: Signal) -> Signal:
    return np.concatenate([[0.0], signal[:-1]])
