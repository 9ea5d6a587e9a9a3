"""Reading in order: a slide is stayed on, left for the next one, or jumped.

A linear chain over the units of the notes with the slides as its states. How
far a jump goes costs a sum of falling exponentials, and an exponential can be
summed along the slides by a recursion: a step takes time linear in slides,
where a table of all jumps would take their square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, repeat, zip_longest
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter

from slide_aligner.model.potentials import (
    DECAYS,
    FLOOR,
    Array,
    ChainWeights,
    Potentials,
    factors,
)

Values: TypeAlias = NDArray[np.float64]
Filter: TypeAlias = tuple[Values, Values]


class Message(NamedTuple):
    """What the units up to one of them say of each slide.

    Parameters
    ----------
    before : array
        Without the unit itself, shape (..., n_slides).
    after : array
        With it, same shape; sums to 1.
    total : array
        What `after` was divided by, shape (..., 1). The product over all
        units is the sum of all paths.
    """

    before: Array
    after: Array
    total: Array


def messages(
    first: Array,
    emission: Iterable[Array],
    moves: Iterable[tuple[Array, Array, Array]],
    jump: Callable[[Array], Array],
) -> Iterator[Message]:
    """Go from unit to unit, forwards or backwards, and add up all paths.

    Parameters
    ----------
    first : array
        How much each slide counts before any unit, shape (..., n_slides).
    emission : iterable of array
        Factors of each unit, shape (..., n_slides).
    moves : iterable of (array, array, array)
        For each unit but the last: factors of leaving a slide, of arriving
        at one and of staying, each of shape (..., n_slides) or a number.
    jump : callable
        Sums over where each slide is reached from; keeps the shape.
    """
    before = first
    for own, move in zip_longest(emission, moves):
        now = before * own
        total = now.sum(-1, keepdims=True)
        now = now / total
        yield Message(before, now, total)
        if move:
            leave, arrive, stay = move
            before = jump(now * leave) * arrive + now * stay + FLOOR


def posterior(potentials: Potentials) -> NDArray[Any]:
    """Return the probability of each slide at each unit.

    Parameters
    ----------
    potentials : Potentials
        For n_units and n_slides, both at least 1.

    Returns
    -------
    array
        Shape (n_units, n_slides), as precise as the emissions; rows sum to 1.
    """
    found = factors(potentials, np)
    jumps = Jumps(potentials.moves)
    stay = found.stay[1:].astype(found.emission.dtype)
    entry = found.entry[1:]
    onward = messages(
        found.first,
        found.emission,
        zip(repeat(1), entry, stay, strict=False),
        jumps.onward,
    )
    back = messages(
        np.ones_like(found.first),
        found.emission[::-1],
        zip(entry[::-1], repeat(1), stay[::-1], strict=False),
        jumps.back,
    )
    shares: NDArray[Any] = np.empty_like(found.emission)
    for row, message in zip(shares, onward, strict=True):
        row[:] = message.after
    for row, message in islice(zip(shares[::-1], back, strict=True), 1, None):
        row *= message.before / message.before.sum()
        row /= row.sum()
    return shares


class Jumps:
    """Sums over all slides that one may have come from, or may go to.

    Parameters
    ----------
    moves : ChainWeights
        What each costs.
    """

    def __init__(self, moves: ChainWeights) -> None:
        onward, poles = _filter(moves.forward, delay=2)
        onward[1 : 1 + len(poles)] += np.exp(moves.step) * poles
        self._forward = (onward, poles)
        self._backward = _filter(moves.backward, delay=1)

    def onward(self, now: Values) -> Values:
        """Sum over where each slide was reached from, shape (n_slides,)."""
        return _both_ways(now, self._forward, self._backward)

    def back(self, later: Values) -> Values:
        """Sum over where each slide leads to, shape (n_slides,)."""
        return _both_ways(later, self._backward, self._forward)


def _filter(scores: Sequence[float], delay: int) -> Filter:
    """Return the recursion whose answer to one slide is a sum of decays."""
    poles = np.asarray(np.poly(DECAYS), dtype=float)
    onward: Values = np.zeros(len(DECAYS) + 2)
    for score, decay in zip(scores, DECAYS, strict=True):
        others = [other for other in DECAYS if other != decay]
        onward[delay : delay + len(DECAYS)] += np.exp(score) * np.poly(others)
    return onward, poles


def _both_ways(values: Values, rising: Filter, falling: Filter) -> Values:
    total = lfilter(*rising, values) + lfilter(*falling, values[::-1])[::-1]
    nonnegative: Values = np.maximum(total, 0)
    return nonnegative
