"""Reading in order: a slide is stayed on, left for the next one, or jumped.

A linear chain over the units of the notes with the slides as its states. How
far a jump goes costs a sum of falling exponentials, and an exponential can be
summed along the slides by a recursion: a step takes time linear in slides,
where a table of all jumps would take their square.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter

DECAYS = (0.3, 0.6, 0.85, 0.97)  # near jumps to far ones
_FLOOR = 1e-30

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Potentials:
    """What every path is worth, before any is chosen.

    Parameters
    ----------
    emission : array
        Log-worth of a unit on a slide, of shape (n_units, n_slides).
    entry : array
        Further log-worth if the slide is entered with this unit, same shape.
    stay : array
        Log-worth of staying on a slide, of shape (n_slides,).
    cue : array
        Further log-worth of staying at a unit, of shape (n_units,).
    step : float
        Log-worth of going on to the next slide.
    forward, backward : array
        Log-worths of the exponentials in `DECAYS`, for jumps over at least
        one slide, and back by at least one.
    start : float
        Loss of log-worth for each slide skipped at the start.
    """

    emission: NDArray[np.float32]
    entry: NDArray[np.float32]
    stay: Array
    cue: Array
    step: float
    forward: Array
    backward: Array
    start: float


def posterior(potentials: Potentials) -> NDArray[np.float32]:
    """Return the probability of each slide at each unit.

    Parameters
    ----------
    potentials : Potentials
        For n_units and n_slides, both at least 1.

    Returns
    -------
    array
        Shape (n_units, n_slides); rows sum to 1.
    """
    jumps = _Jumps(potentials)
    worth = np.exp(
        potentials.emission - potentials.emission.max(axis=1, keepdims=True)
    )
    entry = np.exp(np.clip(potentials.entry, -12, 12))
    stay = np.exp(
        np.clip(potentials.stay + potentials.cue[:, None], None, 12)
    ).astype(np.float32)
    reached = np.empty_like(worth)
    now = np.exp(-potentials.start * np.arange(worth.shape[1])) * worth[0]
    reached[0] = now = now / now.sum()
    for unit in range(1, len(worth)):
        moved = jumps.onward(now) * entry[unit] + now * stay[unit] + _FLOOR
        moved *= worth[unit]
        reached[unit] = now = moved / moved.sum()
    ahead = np.ones(worth.shape[1])
    for unit in range(len(worth) - 2, -1, -1):
        later = ahead * worth[unit + 1]
        ahead = jumps.back(later * entry[unit + 1]) + later * stay[unit + 1]
        ahead /= ahead.sum()
        reached[unit] *= ahead + _FLOOR
        reached[unit] /= reached[unit].sum()
    shares: NDArray[np.float32] = reached.astype(np.float32, copy=False)
    return shares


class _Jumps:
    """Sums over all slides that one may have come from, or may go to."""

    def __init__(self, potentials: Potentials) -> None:
        onward, poles = _filter(np.exp(potentials.forward), delay=2)
        onward[1 : 1 + len(poles)] += np.exp(potentials.step) * poles
        self._forward = (onward, poles)
        self._backward = _filter(np.exp(potentials.backward), delay=1)

    def onward(self, now: Array) -> Array:
        """Sum over where each slide was reached from."""
        return _both_ways(now, self._forward, self._backward)

    def back(self, later: Array) -> Array:
        """Sum over where each slide leads to."""
        return _both_ways(later, self._backward, self._forward)


Filter = tuple[Array, Array]


def _filter(worths: Array, delay: int) -> Filter:
    """Return the recursion whose answer to one slide is a sum of decays."""
    poles = np.asarray(np.poly(DECAYS), dtype=float)
    onward: Array = np.zeros(len(DECAYS) + 2)
    for worth, decay in zip(worths, DECAYS, strict=True):
        others = [other for other in DECAYS if other != decay]
        onward[delay : delay + len(DECAYS)] += worth * np.poly(others)
    return onward, poles


def _both_ways(values: Array, rising: Filter, falling: Filter) -> Array:
    total = lfilter(*rising, values) + lfilter(*falling, values[::-1])[::-1]
    nonnegative: Array = np.maximum(total, 0)
    return nonnegative
