"""The trained numbers: how much each similarity and each cue counts.

They were fitted once, on lectures of two courses, and are the same for
everybody; `scripts/fit_slide_aligner.py` fits them again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from slide_aligner.model.potentials import ChainWeights

METHODS = ("lexical", "embeddings")
UNCALIBRATED = {"slope": 1.0, "offset": 0.0, "ratio": 0.0}


@dataclass(frozen=True)
class Weights:
    """All that the chain has learnt.

    Parameters
    ----------
    emission, entry : mapping of str to float
        What each similarity adds while a slide is shown, and what it adds
        besides when the slide is entered.
    cues : mapping of str to float
        What each cue adds to staying.
    slides : mapping of str to float
        What each property of a slide adds to staying on it.
    chain : mapping of str to float
        Staying, going on and starting: see `ChainWeights`.
    forward, backward : tuple of float
        Scores of near to far jumps.
    confidence : mapping of str to float
        From probabilities to shares of right ones: see
        `calibration.calibrated`.
    """

    emission: Mapping[str, float]
    entry: Mapping[str, float]
    cues: Mapping[str, float]
    slides: Mapping[str, float]
    chain: Mapping[str, float]
    forward: tuple[float, ...]
    backward: tuple[float, ...]
    confidence: Mapping[str, float]

    @property
    def moves(self) -> ChainWeights:
        """Those of the moves."""
        return ChainWeights(
            **self.chain, forward=self.forward, backward=self.backward
        )


def from_json(text: str) -> Weights:
    """Return weights that were written as JSON, field by field."""
    kept = json.loads(text)
    for side in ("forward", "backward"):
        kept[side] = tuple(kept[side])
    return Weights(**kept)


@cache
def shipped(method: str) -> Weights:
    """Return the weights of a method.

    Parameters
    ----------
    method : {"lexical", "embeddings"}
        Words only, or words and sentence vectors.
    """
    name = f"weights_{method}.json"
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return from_json(text)
