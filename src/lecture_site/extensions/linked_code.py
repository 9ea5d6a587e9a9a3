"""Links within code that is coloured already."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKENS = re.compile(r"<[^>]*>|&[^;\s]+;|[^<&]|&", re.S)


@dataclass(frozen=True)
class Place:
    """A part of some code that leads elsewhere.

    Parameters
    ----------
    start, end : int
        Where it stands in the code, as text.
    address : str
        Where it leads.
    """

    start: int
    end: int
    address: str


def with_links(coloured: str, places: Sequence[Place]) -> str:
    """Return code as HTML, in which some parts are links.

    What is seen and what is copied stays the same.

    Parameters
    ----------
    coloured : str
        The code as HTML. A part may stand in an element or be several.
    places : sequence of Place
        None of which overlap.
    """
    opens = {place.start: place.address for place in places}
    ends = {place.end for place in places}
    parts: list[str] = []
    position, is_open = 0, False
    for token in _TOKENS.findall(coloured):
        if is_open and position in ends:
            parts.append("</a>")
            is_open = False
        if not token.startswith("<"):
            if position in opens:
                address = html.escape(opens[position])
                parts.append(f'<a class="code-link" href="{address}">')
                is_open = True
            position += 1
        parts.append(token)
    return "".join([*parts, "</a>" * is_open])
