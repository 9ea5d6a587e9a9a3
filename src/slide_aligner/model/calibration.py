"""How often a slide of a given probability is right.

The chain counts the evidence of neighbouring sentences as if each were news,
so it is too sure where many sentences share a slide. What it says is held
against what was right on lectures that it had not seen.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from slide_aligner.model.potentials import log_ratio

_RATIOS = (0.0, 3.5)  # log(units / slides) of the lectures that were seen
_SUREST = 1e-6

Values = NDArray[np.float64]


def calibrated(
    probabilities: Values, shape: tuple[int, int], by: Mapping[str, float]
) -> Values:
    """Return estimated shares of right ones.

    Parameters
    ----------
    probabilities : array
        Of the chosen slides, from 0 to 1, shape (n_chosen,).
    shape : tuple of int
        Numbers of units and of slides.
    by : mapping of str to float
        slope, offset and ratio: the log-odds of being right are slope times
        those of the probability, plus offset, plus ratio times
        log(units / slides).
    """
    odds = by["slope"] * log_odds(probabilities) + by["offset"]
    odds = odds + by["ratio"] * ratio_of(shape)
    shares: Values = 1 / (1 + np.exp(-odds))
    return shares


def log_odds(probabilities: Values) -> Values:
    """Return log(p / (1 - p)), p kept away from 0 and 1."""
    clipped = np.clip(probabilities, _SUREST, 1 - _SUREST)
    odds: Values = np.log(clipped / (1 - clipped))
    return odds


def ratio_of(shape: tuple[int, int]) -> float:
    """Return log(units / slides), within what was seen."""
    return float(np.clip(log_ratio(*shape), *_RATIOS))
