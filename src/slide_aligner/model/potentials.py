"""The formulas of the model, for inference and for training alike.

One lecture in NumPy and a batch of lectures in torch go through the same
lines. These use only what both kinds of array have, and take as an argument
what differs. Where a lecture has a number, a batch has an array of shape
(n_lectures, 1, 1): it spreads over units and slides by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np

DECAYS = (0.3, 0.6, 0.85, 0.97)  # near jumps to far ones
FLOOR = 1e-30  # what each slide is given, so that none is impossible
_MOST = 12.0  # no single move may outweigh all the others
_START = 0.3  # loss of score for each slide skipped at the start, if untrained

Array: TypeAlias = Any  # of NumPy or of torch


@dataclass(frozen=True)
class ChainWeights:
    """The weights of the moves.

    Parameters
    ----------
    kappa : float or array
        How much less a similarity counts, the more units a slide has.
    stay : float or array
        Score of staying.
    stay_r : float or array
        Further score of staying, the more units a slide has.
    step : float or array
        Score of going on to the next slide.
    start : float or array
        Logarithm of how many times as much as usual a late start costs.
    forward, backward : sequence of float or array
        Scores of the exponentials in `DECAYS`, for jumps over at least one
        slide, and back by at least one.
    """

    kappa: Array
    stay: Array
    stay_r: Array
    step: Array
    start: Array
    forward: Sequence[Array]
    backward: Sequence[Array]


@dataclass(frozen=True)
class Potentials:
    """The scores that a path is made of.

    Parameters
    ----------
    emission : array
        Score of a unit on a slide, shape (..., n_units, n_slides).
    entry : array
        Further score if the slide is entered with this unit, same shape.
    stay : array
        Score of staying, shape (..., n_slides) or (..., 1, n_slides).
    cue : array
        Further score of staying at a unit, shape (..., n_units, 1).
    moves : ChainWeights
        Those of going on, of jumping and of starting late.
    """

    emission: Array
    entry: Array
    stay: Array
    cue: Array
    moves: ChainWeights

    def scaled(
        self, ratio: Array, exp: Callable[[Array], Array]
    ) -> Potentials:
        """Return the scores, if these are bare sums of what was seen.

        The more units a slide has, the less each of them tells and the
        longer it is stayed on: so one set of weights serves sentences,
        paragraphs and sections.

        Parameters
        ----------
        ratio : float or array
            See `log_ratio`.
        exp : callable
            `math.exp`, or torch's own.
        """
        scale = exp(-self.moves.kappa * ratio)
        return replace(
            self,
            emission=self.emission * scale,
            entry=self.entry * scale,
            stay=self.moves.stay + self.moves.stay_r * ratio + self.stay,
        )


@dataclass(frozen=True)
class Factors:
    """The exponentials of the scores: a path counts as their product.

    Parameters
    ----------
    emission, entry, stay : array
        Shape (..., n_units, n_slides).
    first : array
        Of the slides before any unit, shape (..., n_slides) or
        (..., 1, n_slides).
    """

    emission: Array
    entry: Array
    stay: Array
    first: Array


def log_ratio(n_units: int, n_slides: int) -> float:
    """Return log(units / slides): how finely the notes are divided."""
    return float(np.log(n_units / n_slides))


def factors(potentials: Potentials, xp: Any) -> Factors:
    """Return the exponentials of all scores but those of jumps.

    Parameters
    ----------
    potentials : Potentials
        Of at least one unit and one slide.
    xp : module
        `numpy` or `torch`.
    """
    emission = potentials.emission
    start = _START * xp.exp(potentials.moves.start)
    # Only differences count, and the largest score must not overflow.
    best = xp.amax(emission, axis=-1, keepdims=True)
    return Factors(
        emission=xp.exp(emission - best),
        entry=xp.exp(potentials.entry.clip(-_MOST, _MOST)),
        stay=xp.exp((potentials.stay + potentials.cue).clip(max=_MOST)),
        first=xp.exp(-start * xp.arange(emission.shape[-1])),
    )


def jump_factors(
    moves: ChainWeights, distance: Array, exp: Callable[[Array], Array]
) -> Array:
    """Return the exponentials of the scores of moves to another slide.

    Parameters
    ----------
    moves : ChainWeights
        What each costs.
    distance : array
        How many slides a move goes on, negative for back, of any shape.
    exp : callable
        Of the same package as `distance`.

    Returns
    -------
    array
        The shape of `distance`, broadcast with the weights; 0 where a move
        goes nowhere.
    """
    over, back = (distance - 2).clip(0), (-distance - 1).clip(0)
    return (
        exp(moves.step) * (distance == 1)
        + _decayed(moves.forward, over, exp) * (distance > 1)
        + _decayed(moves.backward, back, exp) * (distance < 0)
    )


def _decayed(
    scores: Sequence[Array], far: Array, exp: Callable[[Array], Array]
) -> Array:
    return sum(
        exp(score) * decay**far
        for score, decay in zip(scores, DECAYS, strict=True)
    )
