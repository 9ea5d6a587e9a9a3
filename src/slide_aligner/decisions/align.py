"""From probabilities of paragraphs to one decision for each section.

Three experts are heard. The chain knows the order of paragraphs and slides.
The section's words as a whole know nothing of order, so they can call back a
slide of another part. And where several files share a deck, the files as a
whole tell which part of the deck is whose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from slide_aligner.decisions.evidence import Witness, neighbour_of
from slide_aligner.decisions.passages import Passage, passages
from slide_aligner.decisions.relatedness import are_unrelated, relatedness
from slide_aligner.decisions.thresholds import REVIEW_FROM, decide
from slide_aligner.documents import Deck, Evidence, Link, Notes, Slide
from slide_aligner.features.aliases import (
    Aliases,
    load_aliases,
    shipped_aliases,
)
from slide_aligner.features.terms import Unit
from slide_aligner.links.pins import Pin
from slide_aligner.model.build_ups import build_ups
from slide_aligner.model.calibration import log_odds
from slide_aligner.model.chain import posterior
from slide_aligner.model.model import case, match, potentials
from slide_aligner.model.weights import shipped

__all__ = ["align", "relatedness"]

# Set by hand on the one deck whose sections were marked; the marks of
# paragraphs, which the weights were fitted on, know no sections and no files.
_OWN_WORDS = 1.2  # weight of the section as a whole against the order
_SURPRISE = 0.08  # how improbable the order may hold a slide at most
_FILE = 1.5  # weight of belonging to the file's part of the deck
_STRAY = 0.02  # how improbable the part may hold a slide at most
_SLOPE, _OFFSET = 1.4, 1.8  # from the experts' odds to those of being right
_TIE = 0.9  # a slide with a picture wins over one that is so little better
_ALSO = 0.2  # share of a section's paragraphs that makes a slide part of it


def align(
    notes: Sequence[Notes],
    deck: Deck,
    *,
    method: str = "lexical",
    aliases: Path | None = None,
    skip: Sequence[str] = (),
    generic: Sequence[str] = (),
    pins: Sequence[Pin] = (),
) -> list[Link]:
    """Decide on a slide for every section.

    Parameters
    ----------
    notes : sequence of Notes
        In reading order; one sequence against one deck.
    deck : Deck
        The slides.
    method : {"lexical", "embeddings"}
        How units are compared with slides.
    aliases : Path, optional
        Further words for LaTeX commands.
    skip, generic : sequence of str
        Headings that get no slide; headings that say nothing.
    pins : sequence of Pin
        What a person decided; it stands.

    Returns
    -------
    list of Link
        One for each section, in order.
    """
    known = load_aliases(aliases) if aliases else shipped_aliases()
    found, units = passages(notes, skip, generic)
    if are_unrelated((unit.text for unit in units), deck.slides, known):
        links = [
            _without(passage, "", "The deck seems to be of another lecture.")
            for passage in found
        ]
    else:
        links = _links(found, units, deck, method, known)
    return _pinned(links, pins, deck)


@dataclass(frozen=True)
class _Views:
    """What the experts say of each section.

    Parameters
    ----------
    order : array
        Probabilities of the chain, shape (n_sections, n_slides).
    words : array
        Scores of the section as a whole, same shape.
    """

    order: NDArray[np.float64]
    words: NDArray[np.float64]

    @property
    def together(self) -> NDArray[np.float64]:
        """Shares of the slides, shape (n_sections, n_slides)."""
        score = np.log(self.order + _SURPRISE) + _OWN_WORDS * self.words
        odds = np.exp(score - score.max(axis=1, keepdims=True))
        shares: NDArray[np.float64] = odds / odds.sum(axis=1, keepdims=True)
        return shares


def _links(
    found: Sequence[Passage],
    units: Sequence[Unit],
    deck: Deck,
    method: str,
    aliases: Aliases,
) -> list[Link]:
    asked = [p for p in found if p.units and not p.skipped]
    if not asked:
        return [_without(p, deck.name, _why_not(p)) for p in found]
    chain = _by_paragraph(units, deck.slides, method, aliases)
    views = _views(asked, units, chain, deck.slides, method, aliases)
    last = build_ups(deck.slides, aliases)
    shares = np.zeros_like(views.together)
    np.add.at(shares.T, last, views.together.T)
    chosen = [_preferred(row, deck.slides) for row in shares]
    sure = _confidences(shares[np.arange(len(chosen)), chosen])
    witness = Witness(deck.slides, aliases)
    shown = [
        slide + 1 if c >= REVIEW_FROM else None
        for slide, c in zip(chosen, sure, strict=True)
    ]
    by_order = last[views.words.argmax(axis=1)] != np.array(chosen)
    made = {}
    for place, passage in enumerate(asked):
        slide = chosen[place]
        text = " ".join(units[unit].text for unit in passage.units)
        evidence = witness.evidence(
            text, passage.heading, slide, neighbour_of(shown, place, by_order)
        )
        run = _run(chain[list(passage.units)], slide, last)
        made[passage] = _with(passage, deck.name, run, sure[place], evidence)
    return [made.get(p) or _without(p, deck.name, _why_not(p)) for p in found]


def _by_paragraph(
    units: Sequence[Unit],
    slides: Sequence[Slide],
    method: str,
    aliases: Aliases,
) -> NDArray[np.float32]:
    """Return probabilities of shape (n_units, n_slides)."""
    seen = case(units, slides, method=method, aliases=aliases)
    scores = potentials(seen, shipped(method))
    parts = _parts(units, slides, method, aliases)
    if parts is None:
        return posterior(scores)
    return posterior(replace(scores, emission=scores.emission + parts))


def _parts(
    units: Sequence[Unit],
    slides: Sequence[Slide],
    method: str,
    aliases: Aliases,
) -> NDArray[np.float32] | None:
    """Say for each unit which slides are of its file's part of the deck.

    The roles are exchanged: the slides are matched, in order, with the files.
    The scores have the shape (n_units, n_slides).
    """
    files = list(dict.fromkeys(unit.notes for unit in units))
    if len(files) == 1:
        return None
    whole = [
        Slide(
            number,
            next(unit.heading for unit in units if unit.notes == name),
            "\n".join(
                f"{unit.heading}\n{unit.text}"
                for unit in units
                if unit.notes == name
            ),
        )
        for number, name in enumerate(files, 1)
    ]
    belongs = match(
        [Unit(slide.text, slide.title) for slide in slides],
        whole,
        method=method,
        aliases=aliases,
    )
    row = [files.index(unit.notes) for unit in units]
    score: NDArray[np.float32] = _FILE * np.log(belongs.T[row] + _STRAY)
    return score.astype(np.float32)


def _views(
    asked: Sequence[Passage],
    units: Sequence[Unit],
    chain: NDArray[np.float32],
    slides: Sequence[Slide],
    method: str,
    aliases: Aliases,
) -> _Views:
    sections = [
        Unit(
            "\n".join([p.heading, *(units[unit].text for unit in p.units)]),
            p.heading,
            p.notes,
        )
        for p in asked
    ]
    seen = case(sections, slides, method=method, aliases=aliases)
    alone = potentials(seen, shipped(method)).emission
    order = np.stack([chain[list(p.units)].mean(axis=0) for p in asked])
    return _Views(order.astype(float), alone.astype(float))


def _preferred(shares: NDArray[np.float64], slides: Sequence[Slide]) -> int:
    """Return the best slide; of nearly equal ones, one with a picture.

    Parameters
    ----------
    shares : array
        Of one section, shape (n_slides,).
    slides : sequence of Slide
        In order.
    """
    best = int(shares.argmax())
    tied = np.flatnonzero(shares >= _TIE * shares[best])
    pictures = [i for i in map(int, tied) if slides[i].n_pictures]
    if slides[best].n_pictures or not pictures:
        return best
    return max(pictures, key=lambda i: shares[i])


def _confidences(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn shares into probabilities of being right, both (n_sections,)."""
    odds = _SLOPE * log_odds(shares) + _OFFSET
    sure: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
    return sure


def _run(
    chain: NDArray[np.float32], slide: int, last: NDArray[np.int64]
) -> tuple[tuple[int, ...], int]:
    """Return the run of slides that a section covers, and the one to show.

    The chosen one is in it; a build-up is in it as a whole.

    Parameters
    ----------
    chain : array
        Probabilities of the section's units, shape (n_units, n_slides).
    slide : int
        The chosen one, from 0.
    last : array of int
        See `build_ups`, shape (n_slides,).
    """
    share = np.bincount(chain.argmax(axis=1), minlength=len(last)) / len(chain)
    covered = (share >= _ALSO) | (last == slide)
    first = after = slide
    while first > 0 and covered[first - 1]:
        first -= 1
    while after + 1 < len(covered) and covered[after + 1]:
        after += 1
    return tuple(range(first + 1, after + 2)), slide + 1


def _with(
    passage: Passage,
    deck: str,
    run: tuple[tuple[int, ...], int],
    confidence: float,
    evidence: Evidence,
) -> Link:
    slides, show = run
    decision = decide(float(confidence))
    skipped = f"No slide fits well enough; slide {show} comes nearest."
    return replace(
        _without(passage, deck, skipped if decision == "skip" else ""),
        slides=slides,
        show=show,
        confidence=float(confidence),
        decision=decision,
        evidence=evidence,
    )


def _without(passage: Passage, deck: str, reason: str) -> Link:
    return Link(
        passage.notes,
        passage.section.anchor,
        passage.section.heading,
        passage.section.line,
        deck,
        (),
        None,
        0.0,
        "skip",
        reason=reason,
    )


def _why_not(passage: Passage) -> str:
    if passage.skipped:
        return "Sections of this heading get no slide."
    return "The section has no text."


def _pinned(
    links: Sequence[Link], pins: Sequence[Pin], deck: Deck
) -> list[Link]:
    kept = {
        (pin.notes, pin.section): pin
        for pin in pins
        if pin.deck in ("", deck.name)
    }
    return [
        _as_pinned(link, kept.get((link.notes, link.section)), deck)
        for link in links
    ]


def _as_pinned(link: Link, pin: Pin | None, deck: Deck) -> Link:
    if pin is None:
        return link
    shown = pin.shown
    return replace(
        link,
        deck=deck.name,
        slides=tuple(sorted(pin.slides)),
        show=shown,
        confidence=1.0,
        decision="insert" if shown else "skip",
        pinned=True,
        reason="" if shown else "A person decided that no slide fits.",
        evidence=link.evidence if shown == link.show else Evidence(),
    )
