"""Shows each section beside its slide, so that a person can decide quickly.

The report is one HTML file: it asks nothing of any server but, at most, of
the one that serves it on this machine.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from slide_aligner.documents import Deck, Link, Notes
from slide_aligner.links.link_entries import DECISIONS
from slide_aligner.links.pins import Pin, pin_values

_EXCERPT = 400


@dataclass(frozen=True)
class _Card:
    link: Link
    excerpt: str


def review_page(
    links: Iterable[Link],
    notes: Mapping[str, Notes],
    decks: Sequence[Deck],
    pictures: Mapping[tuple[str, int], str],
    pins: Iterable[Pin] = (),
    *,
    save: str = "",
) -> str:
    """Make the report.

    Parameters
    ----------
    links : iterable of Link
        What to decide.
    notes : mapping of str to Notes
        By name, for the first lines of each section.
    decks : sequence of Deck
        Whose slides can be chosen.
    pictures : mapping of (str, int) to str
        For each deck's name and slide's number the address of its picture.
    pins : iterable of Pin
        What was decided before.
    save : str
        Where the page puts decisions; empty if it can only offer a download.

    Returns
    -------
    str
        HTML.
    """
    ordered = sorted(links, key=need_of_review)
    data = {
        "links": [_link(link) for link in ordered],
        "decks": {deck.name: _slides(deck, pictures) for deck in decks},
        "pins": [pin_values(pin) for pin in pins],
        "save": save,
    }
    excerpts = _excerpts(notes)
    counts = Counter(link.decision for link in ordered)
    return _filled(
        cards=[
            _Card(link, excerpts.get((link.notes, link.section), ""))
            for link in ordered
        ],
        counts=counts,
        data=data,
        saves=bool(save),
    )


def need_of_review(link: Link) -> tuple[object, ...]:
    """Return a key that sorts the links that need a person to the front."""
    sure = link.confidence
    if link.decision == "skip":
        sure = max(sure, 1 - sure)
    asked = link.decision == "review"
    return link.pinned, not asked, sure, link.notes, link.line


def _link(link: Link) -> dict[str, object]:
    return {
        "notes": link.notes,
        "section": link.section,
        "deck": link.deck,
        "slides": list(link.slides),
        "show": link.show,
    }


def _slides(
    deck: Deck, pictures: Mapping[tuple[str, int], str]
) -> list[dict[str, str]]:
    return [
        {
            "title": " ".join(slide.title.split()),
            "picture": pictures.get((deck.name, slide.number), ""),
        }
        for slide in deck.slides
    ]


def _excerpts(notes: Mapping[str, Notes]) -> dict[tuple[str, str], str]:
    return {
        (name, section.anchor): _excerpt(p.text for p in section.paragraphs)
        for name, each in notes.items()
        for section in each.sections
    }


def _excerpt(texts: Iterable[str]) -> str:
    said = ""
    for text in texts:
        said = f"{said} {text}".strip()
        if len(said) > _EXCERPT:
            return f"{said[:_EXCERPT].rsplit(' ', 1)[0]} …"
    return said


def _filled(**values: object) -> str:
    style, script = _resource("review.css"), _resource("review.js")
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_resource("review.html.jinja")).render(
        decisions=DECISIONS,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        **values,
    )


def _resource(name: str) -> str:
    file = resources.files(__package__).joinpath(name)
    # Universal newlines: the checksums hold for what the browser sees.
    with file.open(encoding="utf-8") as text:
        return text.read()


def _policy(style: str, script: str) -> str:
    """Let the browser run this style and this script and fetch nothing."""
    return "; ".join(
        (
            "default-src 'none'",
            "img-src 'self' file: data:",
            "connect-src 'self'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def picture_address(picture: Path, folder: Path, *, embed: bool) -> str:
    """Return how a page in `folder` names a WebP picture.

    Parameters
    ----------
    picture : Path
        The file.
    folder : Path
        Where the page stands.
    embed : bool
        Whether the picture itself becomes part of the page.
    """
    if embed:
        data = base64.b64encode(picture.read_bytes()).decode()
        return f"data:image/webp;base64,{data}"
    relative = Path(os.path.relpath(picture, folder)).as_posix()
    return quote(os.fsencode(relative))
