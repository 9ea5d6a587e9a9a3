"""From units and slides to probabilities.

The score of a path of slides through the units is the sum of its emissions
(what a unit and its slide have in common) and of its moves (stay, go on,
skip, come back). The probability of a slide is its share of all paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

from slide_aligner.documents import Slide
from slide_aligner.features.aliases import Aliases, shipped_aliases
from slide_aligner.features.counts import Matrix
from slide_aligner.features.cues import cues
from slide_aligner.features.similarities import Similarities
from slide_aligner.features.slide_properties import slide_properties
from slide_aligner.features.terms import Unit
from slide_aligner.model.chain import posterior
from slide_aligner.model.potentials import Potentials, log_ratio
from slide_aligner.model.weights import Weights, shipped


@dataclass(frozen=True)
class Case:
    """All that the model knows of one lecture.

    Parameters
    ----------
    similarities : iterable of (str, array)
        Names and matrices of shape (n_units, n_slides).
    cues : dict of str to array
        What tells of a change, of shape (n_units,).
    slides : dict of str to array
        Properties of the slides, of shape (n_slides,).
    shape : tuple of int
        Numbers of units and of slides.
    """

    similarities: Iterable[tuple[str, Matrix]]
    cues: dict[str, NDArray[np.float32]]
    slides: dict[str, NDArray[np.float32]]
    shape: tuple[int, int]


def case(
    units: Sequence[Unit],
    slides: Sequence[Slide],
    *,
    method: str = "lexical",
    aliases: Aliases | None = None,
) -> Case:
    """Gather what the model looks at.

    Parameters
    ----------
    units : sequence of Unit
        In reading order, at least one.
    slides : sequence of Slide
        In order, at least one.
    method : {"lexical", "embeddings"}
        Whether sentence vectors are compared too.
    aliases : Aliases, optional
        What formulas stand for.
    """
    found = Similarities(units, slides, aliases or shipped_aliases())
    similarities: Iterable[tuple[str, Matrix]] = found
    if method == "embeddings":
        from slide_aligner.features.embeddings import similarities_of_vectors

        similarities = [*found, *similarities_of_vectors(units, slides)]
    return Case(
        similarities,
        cues(units, found.said_terms),
        slide_properties(found.words[1], found.slide_lengths),
        found.shape,
    )


def potentials(seen: Case, weights: Weights) -> Potentials:
    """Put weights on what was seen.

    Parameters
    ----------
    seen : Case
        Its similarities are gone through once.
    weights : Weights
        What was not trained counts nothing.
    """
    emission = np.zeros(seen.shape, dtype=np.float32)
    entry = np.zeros(seen.shape, dtype=np.float32)
    for name, matrix in seen.similarities:
        emission += np.float32(weights.emission.get(name, 0)) * matrix
        entry += np.float32(weights.entry.get(name, 0)) * matrix
    sums = Potentials(
        emission,
        entry,
        stay=_weighted(weights.slides, seen.slides),
        cue=_weighted(weights.cues, seen.cues)[:, None],
        moves=weights.moves,
    )
    return sums.scaled(log_ratio(*seen.shape), exp)


def match(
    units: Sequence[Unit],
    slides: Sequence[Slide],
    *,
    method: str = "lexical",
    weights: Weights | None = None,
    aliases: Aliases | None = None,
) -> Matrix:
    """Return how probable each slide is for each unit.

    Parameters
    ----------
    units : sequence of Unit
        In reading order.
    slides : sequence of Slide
        In order.
    method : {"lexical", "embeddings"}
        Whether sentence vectors are compared too.
    weights : Weights, optional
        Other ones than the method's own.
    aliases : Aliases, optional
        What formulas stand for.

    Returns
    -------
    array
        Shape (n_units, n_slides); rows sum to 1.
    """
    if not units or not slides:
        return np.zeros((len(units), len(slides)), dtype=np.float32)
    seen = case(units, slides, method=method, aliases=aliases)
    return posterior(potentials(seen, weights or shipped(method)))


def _weighted(
    weights: Mapping[str, float], signals: Mapping[str, NDArray[np.float32]]
) -> NDArray[np.float64]:
    """Sum up signals of shape (n,)."""
    first = next(iter(signals.values()))
    total = np.zeros(len(first))
    for name, signal in signals.items():
        total += weights.get(name, 0) * signal
    return total
