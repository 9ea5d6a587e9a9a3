"""How far the model is from what people marked.

Half of the loss is the negative log-likelihood of the marked path, half that
of each unit's own slide: the first finds the path, the second makes the
probabilities mean what they say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import torch
from torch import Tensor

from slide_aligner.model.chain import Message, messages
from slide_aligner.model.potentials import (
    FLOOR,
    ChainWeights,
    Factors,
    Potentials,
    factors,
    jump_factors,
)
from slide_aligner.training.batch import Batch, Pairs
from slide_aligner.training.layout import CHAIN, Layout

# A marked slide that the model holds for impossible costs no more than this.
_LEAST = -30.0


def losses(batch: Batch, pairs: Pairs, p: Tensor, layout: Layout) -> Tensor:
    """Return the loss of every pair, for each scored unit.

    Parameters
    ----------
    batch : Batch
        Lectures.
    pairs : Pairs
        At least one.
    p : Tensor
        Vectors of weights, shape (n_vectors, n_weights).
    layout : Layout
        The names of the weights.

    Returns
    -------
    Tensor
        Shape (n_pairs,).
    """
    gold = batch.gold[pairs.lectures]
    scored = batch.scored[pairs.lectures]
    here, path = log_probabilities(batch, pairs, p, layout)
    right = torch.logsumexp(here.masked_fill(gold == 0, -1e9), 2)
    own = -(right.clamp(min=_LEAST) * scored).sum(1)
    return (own + path) / 2 / scored.sum(1).clamp(min=1)


def log_probabilities(
    batch: Batch, pairs: Pairs, p: Tensor, layout: Layout
) -> tuple[Tensor, Tensor]:
    """Return what the model says of slides and of the marked paths.

    Parameters
    ----------
    batch, pairs, p, layout
        See `losses`.

    Returns
    -------
    tuple of Tensor
        Log-probabilities of slides, shape (n_pairs, n_units, n_slides), and
        negative ones of the marked paths, shape (n_pairs,).
    """
    potentials = _potentials(batch, pairs, p, layout)
    found = _factors(potentials, batch, pairs)
    wrong = (batch.gold[pairs.lectures] == 0) * _LEAST
    wrong = wrong * batch.scored[pairs.lectures][:, :, None]
    marked = found.emission * wrong.exp()
    table = jump_factors(potentials.moves, batch.distance, torch.exp)
    return _add_up(found, marked, table)


def _potentials(
    batch: Batch, pairs: Pairs, p: Tensor, layout: Layout
) -> Potentials:
    part = {name: p[:, where] for name, where in layout.groups.items()}
    entered = [layout.similarities.index(name) for name in layout.entry]
    similarities = batch.similarities
    chain, forward, backward = (
        part[name][pairs.vectors, :, None, None].unbind(1)
        for name in ("chain", "forward", "backward")
    )
    named = dict(zip(CHAIN, chain, strict=True))
    sums = Potentials(
        emission=_weighted(similarities, part["emission"], pairs),
        entry=_weighted(similarities[..., entered], part["entry"], pairs),
        stay=_weighted(batch.slides, part["slides"], pairs)[:, None],
        cue=_weighted(batch.cues, part["cues"], pairs)[:, :, None],
        moves=ChainWeights(**named, forward=forward, backward=backward),
    )
    return sums.scaled(batch.ratio[pairs.lectures], torch.exp)


def _weighted(values: Tensor, p: Tensor, pairs: Pairs) -> Tensor:
    """Sum up the last axis of `values` with the weights of each pair."""
    product = torch.einsum("b...f,nf->nb...", values, p)
    return product[pairs.vectors, pairs.lectures]


def _factors(potentials: Potentials, batch: Batch, pairs: Pairs) -> Factors:
    """Return the factors: padding is never a slide, and changes no unit."""
    is_unit = batch.is_unit[pairs.lectures]
    is_slide = batch.is_slide[pairs.lectures]
    emission = (potentials.emission * is_unit).masked_fill(
        is_slide == 0, -torch.inf
    )
    found = factors(replace(potentials, emission=emission), torch)
    return replace(
        found,
        entry=found.entry * is_unit,
        stay=found.stay * is_unit + (1 - is_unit),
    )


def _add_up(
    found: Factors, marked: Tensor, table: Tensor
) -> tuple[Tensor, Tensor]:
    """Go forwards, backwards, and forwards along the marked slides, at once.

    The three are stacked: a step of a thousand is too small to be worth the
    call of a function three times.

    Parameters
    ----------
    found : Factors
        Of shape (n_pairs, n_units, n_slides).
    marked : Tensor
        Factors of the emissions if wrong slides hardly count, same shape.
    table : Tensor
        Factors of the jumps, shape (n_pairs, n_slides, n_slides).

    Returns
    -------
    tuple of Tensor
        See `log_probabilities`.
    """
    n_pairs = len(marked)
    before, after, totals = zip(*_steps(found, marked, table), strict=True)
    past = torch.stack(after, 1)[:n_pairs]
    future = torch.stack(before, 1)[n_pairs : 2 * n_pairs].flip(1)
    both = past * future + FLOOR
    here = (both / both.sum(2, keepdim=True)).log()
    total = torch.cat(totals, 1).log().sum(1)
    return here, total[:n_pairs] - total[2 * n_pairs :]


def _steps(found: Factors, marked: Tensor, table: Tensor) -> Iterator[Message]:
    """Go three ways at once, of shape (3 n_pairs, n_slides) at each unit."""
    own, entry, stay = found.emission, found.entry[:, 1:], found.stay[:, 1:]
    first, ones = found.first[:, 0], torch.ones_like(entry)
    ways = (
        (table, first, own, ones, entry, stay),
        (
            table.mT,
            torch.ones_like(first),
            *(each.flip(1) for each in (own, entry, ones, stay)),
        ),
        (table, first, marked, ones, entry, stay),
    )
    tables, first, *steps = map(torch.cat, zip(*ways, strict=True))
    emission, *moves = (each.unbind(1) for each in steps)
    return messages(
        first,
        emission,
        zip(*moves, strict=True),
        lambda now: torch.bmm(now[:, None], tables)[:, 0],
    )
