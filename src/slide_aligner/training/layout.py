"""Where each weight stands in the vector that is fitted, and its prior."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slide_aligner.model.potentials import DECAYS
from slide_aligner.model.weights import UNCALIBRATED, Weights

# What counts more, or less, at the moment when a slide is entered.
ENTRY = (
    "title", "title_m", "llr", "tf", "tf2", "new", "gone", "ch", "bm25",
    "r_tf", "local", "loglen", "empty", "vec", "vec_title", "r_vec",
)  # fmt: skip
# For each weight of the chain its prior, and how many times as strongly as
# others it is drawn there.
CHAIN = {
    "kappa": (0.05, 100.0),
    "stay": (1.6, 1.0),
    "stay_r": (0.9, 100.0),
    "step": (1.5, 1.0),
    "start": (0.0, 1.0),
}
_SLIDES_STRENGTH = 3.0
_FORWARD, _BACKWARD = -2.3, -5.0
_EMISSION, _ENTERED = 0.1, 0.2
_NEUTRAL = frozenset({"empty", "loglen", "pos", "pos2"})
# The lectures fitted on have no headings. A heading that is a slide's title
# speaks for it more than any paragraph does, and a new one may be a new slide.
_GIVEN = {"head": 1.0}
_GIVEN_CUES = {"heading": -1.0}

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Layout:
    """The names of the weights, in order.

    Parameters
    ----------
    similarities, cues, slides : tuple of str
        The names along the last axes of an `Example`.
    """

    similarities: tuple[str, ...]
    cues: tuple[str, ...]
    slides: tuple[str, ...]

    @property
    def entry(self) -> tuple[str, ...]:
        """The similarities that count once more on entering a slide."""
        return tuple(name for name in ENTRY if name in self.similarities)

    @property
    def groups(self) -> dict[str, slice]:
        """The slices of the vector, by the names of `Weights`."""
        sizes = {
            "emission": len(self.similarities),
            "entry": len(self.entry),
            "cues": len(self.cues),
            "slides": len(self.slides),
            "chain": len(CHAIN),
            "forward": len(DECAYS),
            "backward": len(DECAYS),
        }
        ends = np.cumsum([0, *sizes.values()]).tolist()
        return dict(zip(sizes, map(slice, ends, ends[1:]), strict=True))

    def prior(self) -> tuple[Vector, Vector]:
        """Return what each weight is drawn to, and how strongly.

        Returns
        -------
        tuple of array
            Both of shape (n_weights,).
        """
        at = self.groups
        towards = np.zeros(at["backward"].stop)
        strength = np.ones(at["backward"].stop)
        towards[at["emission"]] = [
            _GIVEN.get(name, _EMISSION * (name not in _NEUTRAL))
            for name in self.similarities
        ]
        towards[at["entry"]] = [
            _ENTERED * (name not in _NEUTRAL) for name in self.entry
        ]
        towards[at["cues"]] = [_GIVEN_CUES.get(name, 0) for name in self.cues]
        strength[at["slides"]] = _SLIDES_STRENGTH
        towards[at["chain"]], strength[at["chain"]] = zip(
            *CHAIN.values(), strict=True
        )
        towards[at["forward"]] = _FORWARD
        towards[at["backward"]] = _BACKWARD
        return towards, strength

    def weights(self, vector: Iterable[float]) -> Weights:
        """Return a fitted vector with its names.

        Parameters
        ----------
        vector : iterable of float
            Shape (n_weights,); it is rounded to four decimals.
        """
        rounded = [round(float(weight), 4) for weight in vector]
        part = {name: rounded[where] for name, where in self.groups.items()}
        return Weights(
            emission=_named(self.similarities, part["emission"]),
            entry=_named(self.entry, part["entry"]),
            cues=_named(self.cues, part["cues"]),
            slides=_named(self.slides, part["slides"]),
            chain=_named(CHAIN, part["chain"]),
            forward=tuple(part["forward"]),
            backward=tuple(part["backward"]),
            confidence=UNCALIBRATED,
        )


def _named(names: Iterable[str], weights: Sequence[float]) -> dict[str, float]:
    return dict(zip(names, weights, strict=True))
