"""Weights are fitted so that what people marked becomes probable.

Half of the loss is the log-likelihood of the marked path, half the log-loss
of each unit's own probability: the first finds the path, the second makes the
probabilities mean what they say. Few weights, each drawn to a sensible value,
carry over from one course to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import torch
from rich.progress import track
from torch import Tensor

from slide_aligner.model.chain import DECAYS
from slide_aligner.model.model import case
from slide_aligner.model.weights import UNCALIBRATED, Weights
from slide_aligner.training.gold import Lecture
from slide_aligner.training.granularity import in_other_grain

PULL = 0.02  # strength with which a weight is drawn to its prior
ROUNDS = 60
# Sentences repeat one another, so on lectures that were not fitted on, the
# evidence of each is worth less than the fit says.
WORTH = 0.8
_CLAMP = -30.0
_TINY = 1e-30
_NEUTRAL = frozenset({"empty", "loglen", "pos", "pos2"})
# The lectures fitted on have no headings. A heading that is a slide's title
# speaks for it more than any paragraph does, and a new one may be a new slide.
_GIVEN = {"head": 1.0}
_GIVEN_CUES = {"heading": -1.0}
_CHAIN = {
    "kappa": (0.05, 100.0),
    "stay": (1.6, 1.0),
    "stay_r": (0.9, 100.0),
    "step": (1.5, 1.0),
    "start": (0.0, 1.0),
}
_FORWARD, _BACKWARD = -2.3, -5.0
# What counts more, or less, at the moment when a slide is entered.
ENTRY = (
    "title", "title_m", "llr", "tf", "tf2", "new", "gone", "ch", "bm25",
    "r_tf", "local", "loglen", "empty", "vec", "vec_title", "r_vec",
)  # fmt: skip


@dataclass(frozen=True)
class Example:
    """One lecture as arrays.

    Parameters
    ----------
    name : str
        The lecture's name.
    similarities : array
        Shape (n_units, n_slides, n_similarities).
    cues : array
        Shape (n_units, n_cues).
    slides : array
        Shape (n_slides, n_properties).
    gold : tuple of frozenset of int
        Accepted slides of each unit, from 0; empty: not scored.
    """

    name: str
    similarities: np.ndarray
    cues: np.ndarray
    slides: np.ndarray
    gold: tuple[frozenset[int], ...]


@dataclass(frozen=True)
class Layout:
    """Where each weight stands in the vector that is fitted."""

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
            "chain": len(_CHAIN),
            "forward": len(DECAYS),
            "backward": len(DECAYS),
        }
        ends = np.cumsum([0, *sizes.values()])
        return {
            name: slice(int(start), int(end))
            for name, start, end in zip(
                sizes, ends[:-1], ends[1:], strict=True
            )
        }

    def prior(self) -> tuple[Tensor, Tensor]:
        """Return what each weight is drawn to, and how strongly."""
        towards = [
            *(
                _GIVEN.get(n, 0.1 * (n not in _NEUTRAL))
                for n in self.similarities
            ),
            *(0.2 * (name not in _NEUTRAL) for name in self.entry),
            *(_GIVEN_CUES.get(name, 0.0) for name in self.cues),
            *(0.0 for _ in self.slides),
            *(value for value, _ in _CHAIN.values()),
            *(_FORWARD for _ in DECAYS),
            *(_BACKWARD for _ in DECAYS),
        ]
        strength = torch.ones(len(towards))
        strength[self.groups["slides"]] = 3.0
        strength[self.groups["chain"]] = torch.tensor(
            [pull for _, pull in _CHAIN.values()]
        )
        return torch.tensor(towards), strength

    def weights(self, vector: Tensor) -> Weights:
        """Return a fitted vector with its names."""
        part = {
            name: [round(float(x), 4) for x in vector[where]]
            for name, where in self.groups.items()
        }
        return Weights(
            emission={
                similarity: round(WORTH * weight, 4)
                for similarity, weight in zip(
                    self.similarities, part["emission"], strict=True
                )
            },
            entry=dict(zip(self.entry, part["entry"], strict=True)),
            cues=dict(zip(self.cues, part["cues"], strict=True)),
            slides=dict(zip(self.slides, part["slides"], strict=True)),
            chain=dict(zip(_CHAIN, part["chain"], strict=True)),
            forward=tuple(part["forward"]),
            backward=tuple(part["backward"]),
            confidence=UNCALIBRATED,
        )


def examples(
    lectures: Sequence[Lecture], method: str
) -> tuple[list[Example], Layout]:
    """Return lectures as arrays, and the names along their last axes.

    Each lecture is there twice, in two grains.
    """
    made = []
    grains = [g for each in lectures for g in (each, in_other_grain(each))]
    for lecture in track(grains, "comparing units with slides"):
        seen = case(lecture.units, lecture.slides, method=method)
        matrices = dict(seen.similarities)
        layout = Layout(tuple(matrices), tuple(seen.cues), tuple(seen.slides))
        made.append(
            Example(
                lecture.name,
                np.stack(list(matrices.values()), axis=-1),
                np.stack(list(seen.cues.values()), axis=-1),
                np.stack(list(seen.slides.values()), axis=-1),
                lecture.gold,
            )
        )
    return made, layout


class Batch:
    """Lectures of about one length, padded to the longest.

    Parameters
    ----------
    chosen : sequence of Example
        At least one.
    """

    def __init__(self, chosen: Sequence[Example]) -> None:
        self.examples = list(chosen)
        units = max(len(e.cues) for e in chosen)
        slides = max(len(e.slides) for e in chosen)
        size = len(chosen)
        first = chosen[0]
        self.x = torch.zeros(size, units, slides, first.similarities.shape[2])
        self.cues = torch.zeros(size, units, first.cues.shape[1])
        self.slides = torch.zeros(size, slides, first.slides.shape[1])
        self.live = torch.zeros(size, units, 1)
        self.real = torch.zeros(size, 1, slides)
        self.gold = torch.zeros(size, units, slides)
        self.ratio = torch.zeros(size)
        for row, example in enumerate(chosen):
            self._fill(row, example)
        self.scored = self.gold.amax(2)
        steps = torch.arange(slides)
        self.distance = (steps[None] - steps[:, None]).float()

    def _fill(self, row: int, example: Example) -> None:
        n_units, n_slides = example.similarities.shape[:2]
        self.x[row, :n_units, :n_slides] = torch.tensor(example.similarities)
        self.cues[row, :n_units] = torch.tensor(example.cues)
        self.slides[row, :n_slides] = torch.tensor(example.slides)
        self.live[row, :n_units] = 1
        self.real[row, :, :n_slides] = 1
        self.ratio[row] = float(np.log(n_units / n_slides))
        for unit, accepted in enumerate(example.gold):
            self.gold[row, unit, sorted(accepted)] = 1


@dataclass(frozen=True)
class Pairs:
    """Which weight vector is used on which lecture of a batch."""

    vectors: Tensor
    lectures: Tensor


def losses(batch: Batch, pairs: Pairs, p: Tensor, layout: Layout) -> Tensor:
    """Return the loss of every pair, of shape (n_pairs,)."""
    gold = batch.gold[pairs.lectures]
    scored = batch.scored[pairs.lectures]
    here, path = _probabilities(batch, pairs, p, layout)
    right = torch.logsumexp(here.masked_fill(gold == 0, -1e9), 2)
    own = -(right.clamp(min=_CLAMP) * scored).sum(1)
    return (own + path) / 2 / scored.sum(1).clamp(min=1)


def _probabilities(
    batch: Batch, pairs: Pairs, p: Tensor, layout: Layout
) -> tuple[Tensor, Tensor]:
    """Return log-probabilities of slides, and -log of the marked paths."""
    which, row = pairs.vectors, pairs.lectures
    at = layout.groups
    kappa, stay, stay_r, step, start = p[which][:, at["chain"]].unbind(1)
    scale = torch.exp(-kappa * batch.ratio[row])[:, None, None]
    live, real = batch.live[row], batch.real[row]
    on = [layout.similarities.index(name) for name in layout.entry]
    emission = _times(batch.x, p[:, at["emission"]], which, row) * scale
    entry = _times(batch.x[..., on], p[:, at["entry"]], which, row) * scale
    cue = _times(batch.cues, p[:, at["cues"]], which, row)
    slide = _times(batch.slides, p[:, at["slides"]], which, row)
    staying = (stay + stay_r * batch.ratio[row])[:, None] + slide
    keep = (staying[:, None] + cue[:, :, None]).clamp(max=12).exp()
    keep = keep * live + (1 - live)
    enter = entry.clamp(-12, 12).exp() * live
    moves = _moves(batch.distance, step, p[which], at)
    worth, marked = _worths(emission, batch, pairs, live, real)
    skipped = torch.arange(batch.distance.shape[0])
    first = torch.exp(-0.3 * start.exp()[:, None] * skipped)
    return _passes(worth, marked, first, keep, enter, moves, real)


def _times(values: Tensor, p: Tensor, which: Tensor, row: Tensor) -> Tensor:
    """Weigh the last axis of `values`, for each pair."""
    product = torch.einsum("b...f,nf->nb...", values, p)
    return product[which, row]


def _moves(
    distance: Tensor, step: Tensor, p: Tensor, at: dict[str, slice]
) -> Tensor:
    """Return the worths of all moves, of shape (pairs, slides, slides)."""
    decays = torch.tensor(DECAYS)[:, None, None]
    skips = torch.where(
        distance > 1, decays ** (distance - 2).clamp(min=0), 0.0
    )
    backs = torch.where(
        distance < 0, decays ** (-distance - 1).clamp(min=0), 0.0
    )
    forward = p[:, at["forward"]].exp()
    backward = p[:, at["backward"]].exp()
    onward = (distance == 1).float() * step.exp()[:, None, None]
    far = torch.einsum("nk,kij->nij", forward, skips)
    return onward + far + torch.einsum("nk,kij->nij", backward, backs)


def _worths(
    emission: Tensor, batch: Batch, pairs: Pairs, live: Tensor, real: Tensor
) -> tuple[Tensor, Tensor]:
    """Return the worths of all slides, and of the marked ones alone."""
    wrong = (batch.gold[pairs.lectures] == 0).float()
    wrong = wrong * batch.scored[pairs.lectures][:, :, None]
    emission = emission * live
    best = emission.masked_fill(real == 0, -1e4).amax(2, keepdim=True)
    relative = emission - best.detach()
    return (
        relative.clamp(-60, 60).exp() * real,
        (relative + _CLAMP * wrong).clamp(-60, 60).exp() * real,
    )


def _passes(
    worth: Tensor,
    marked: Tensor,
    first: Tensor,
    keep: Tensor,
    enter: Tensor,
    moves: Tensor,
    real: Tensor,
) -> tuple[Tensor, Tensor]:
    """Go forwards, backwards, and forwards along the marked slides, at once.

    The three are stacked: a step of a thousand is too small to be worth the
    call of a function three times.
    """
    n = len(worth)
    ones = torch.ones_like(worth)
    later = enter.flip(1).roll(1, 1)
    steps = zip(
        torch.cat([worth, worth.flip(1), marked]).unbind(1),
        torch.cat([ones, later, ones]).unbind(1),
        torch.cat([enter, ones, enter]).unbind(1),
        torch.cat([keep, keep.flip(1).roll(1, 1), keep]).unbind(1),
        strict=True,
    )
    moving = torch.cat([moves, moves.transpose(1, 2), moves])
    now = torch.cat([first * worth[:, 0], worth[:, -1], first * marked[:, 0]])
    sums = [now.sum(1, keepdim=True)]
    reached = [now / sums[0]]
    for value, leave, arrive, kept in islice(steps, 1, None):
        moved = torch.bmm((reached[-1] * leave)[:, None], moving)[:, 0]
        now = (moved * arrive + reached[-1] * kept) * value + _TINY
        sums.append(now.sum(1, keepdim=True))
        reached.append(now / sums[-1])
    every = torch.stack(reached, 1)
    total = torch.cat(sums, 1).log().sum(1)
    both = every[:n] * every[n : 2 * n].flip(1) / (worth + _TINY) * real
    here = (both + _TINY).log() - (both.sum(2, keepdim=True) + _TINY).log()
    return here, total[:n] - total[2 * n :]


def fit(
    chosen: Sequence[Example],
    folds: Sequence[Sequence[str]],
    layout: Layout,
    *,
    pull: float = PULL,
    rounds: int = ROUNDS,
) -> list[Weights]:
    """Fit one set of weights for each fold, all at once.

    Parameters
    ----------
    chosen : sequence of Example
        All lectures.
    folds : sequence of sequence of str
        For each fold the names of the lectures that are fitted on.
    layout : Layout
        The names of the arrays' columns.
    pull : float
        Strength with which weights are drawn to their priors.
    rounds : int
        Iterations of L-BFGS.

    Returns
    -------
    list of Weights
        One for each fold.
    """
    torch.set_num_threads(1)
    prior, strength = layout.prior()
    p = prior.repeat(len(folds), 1).requires_grad_()
    work = [(batch, _pairs(batch, folds)) for batch in _batches(chosen)]
    sizes = torch.tensor([float(len(fold)) for fold in folds])
    search = torch.optim.LBFGS(
        [p],
        max_iter=rounds,
        max_eval=rounds + 25,
        history_size=20,
        line_search_fn="strong_wolfe",
    )

    def loss() -> Tensor:
        search.zero_grad()
        total = (pull * strength * (p - prior) ** 2).sum()
        for batch, pairs in work:
            if len(pairs.lectures):
                each = losses(batch, pairs, p, layout)
                total = total + (each / sizes[pairs.vectors]).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    search.step(loss)  # type: ignore[no-untyped-call]
    return [layout.weights(vector) for vector in p.detach()]


def _batches(chosen: Sequence[Example]) -> list[Batch]:
    """Put short lectures together, so that little is padded."""
    by_length = sorted(chosen, key=lambda example: len(example.cues))
    third = -(-len(by_length) // 3)
    return [
        Batch(by_length[start : start + third])
        for start in range(0, len(by_length), third)
    ]


def _pairs(batch: Batch, folds: Sequence[Sequence[str]]) -> Pairs:
    found = [
        (vector, row)
        for vector, fold in enumerate(folds)
        for row, example in enumerate(batch.examples)
        if example.name in fold
    ]
    columns = torch.tensor(found, dtype=torch.long).reshape(-1, 2)
    return Pairs(columns[:, 0], columns[:, 1])
