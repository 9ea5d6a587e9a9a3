"""A person may send a section to another deck than the rest of its notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from slide_aligner.documents import Evidence, Link
from slide_aligner.links.pins import Pin


def links_to_other_decks(
    links: Iterable[Link], pins: Iterable[Pin]
) -> list[Link]:
    """Follow the pins that name another deck than their link does.

    Parameters
    ----------
    links : iterable of Link
        As the matching made them.
    pins : iterable of Pin
        All that hold.

    Returns
    -------
    list of Link
        In the same order.
    """
    pinned = {(pin.notes, pin.section): pin for pin in pins if pin.deck}
    return [
        _pinned(link, pinned.get((link.notes, link.section))) for link in links
    ]


def _pinned(link: Link, pin: Pin | None) -> Link:
    if pin is None or pin.deck == link.deck or not pin.slides:
        return link
    return replace(
        link,
        deck=pin.deck,
        slides=tuple(sorted(pin.slides)),
        show=pin.shown,
        confidence=1.0,
        decision="insert",
        pinned=True,
        reason="",
        evidence=Evidence(),
    )
