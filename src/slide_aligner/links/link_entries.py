"""A link as a JSON object, and back, if a person's edits made sense."""

from __future__ import annotations

from collections.abc import Mapping

from slide_aligner.documents import Evidence, Link
from slide_aligner.links.json_entries import Entry

DECISIONS = ("insert", "review", "skip")


def link_values(link: Link) -> dict[str, object]:
    """Return a link as JSON values; confidence has three decimals."""
    return {
        "notes": link.notes,
        "section": link.section,
        "heading": link.heading,
        "line": link.line,
        "deck": link.deck,
        "slides": list(link.slides),
        "show": link.show,
        "confidence": rounded_confidence(link),
        "decision": link.decision,
        "pinned": link.pinned,
        "reason": link.reason,
        "evidence": {
            "words": list(link.evidence.words),
            "title": link.evidence.title,
            "neighbour": link.evidence.neighbour,
        },
    }


def rounded_confidence(link: Link) -> float:
    """Return a link's confidence with three decimals, as files have it."""
    return round(float(link.confidence), 3)


def link_of(entry: Entry, sizes: Mapping[str, int]) -> Link:
    """Read one link and hold it against the decks.

    Parameters
    ----------
    entry : Entry
        The link's JSON object.
    sizes : mapping of str to int
        How many slides each deck has.

    Raises
    ------
    FileProblemError
        If a key is missing or unknown, or a value impossible.
    """
    entry.only(*_KEYS)
    deck = entry.get("deck", str)
    if deck and deck not in sizes:
        entry.fail(f'"deck" is "{deck}", which "decks" does not list')
    last = sizes.get(deck, 0)
    slides, show = _shown(entry, deck, last)
    return Link(
        notes=entry.get("notes", str),
        section=entry.get("section", str),
        heading=entry.get("heading", str),
        line=entry.number("line", 1),
        deck=deck,
        slides=slides,
        show=show,
        confidence=entry.share("confidence"),
        decision=_decision(entry, show),
        pinned=entry.get_or("pinned", bool, False),
        reason=entry.get_or("reason", str, ""),
        evidence=_evidence(entry),
    )


_KEYS = (
    "notes",
    "section",
    "heading",
    "line",
    "deck",
    "slides",
    "show",
    "confidence",
    "decision",
    "pinned",
    "reason",
    "evidence",
)


def _shown(
    entry: Entry, deck: str, last: int
) -> tuple[tuple[int, ...], int | None]:
    if not deck and (entry.get("slides", list) or entry.values.get("show")):
        entry.fail('"slides" are given, but "deck" is empty')
    slides = entry.numbers("slides", 1, last)
    if entry.values.get("show", 0) is None:
        return slides, None
    show = entry.number("show", 1, last)
    if show not in slides:
        entry.fail(f'"show" is {show}, which is not one of "slides"')
    return slides, show


def _decision(entry: Entry, show: int | None) -> str:
    decision = entry.get("decision", str)
    if decision not in DECISIONS:
        known = ", ".join(DECISIONS)
        entry.fail(f'"decision" is "{decision}"; known: {known}')
    if decision == "insert" and show is None:
        entry.fail('"decision" is "insert", but "show" names no slide')
    return decision


def _evidence(entry: Entry) -> Evidence:
    if "evidence" not in entry.values:
        return Evidence()
    inner = entry.entry("evidence")
    inner.only("words", "title", "neighbour")
    return Evidence(
        inner.texts("words") if "words" in inner.values else (),
        inner.get_or("title", str, ""),
        inner.get_or("neighbour", str, ""),
    )
