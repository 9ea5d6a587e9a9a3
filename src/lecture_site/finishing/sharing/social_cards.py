"""Draws the picture that is shown where somebody links a page of the site.

A card has the title of the page, its description and its first figure, in
the colours and the font of the deck. It is drawn again when one of these has
changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lecture_site.basics.configuration import names
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.whole_files import keep, kept
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page
from lecture_site.slides.deck.inputs import palette, plain_svg

TEMPLATE = Path(__file__).with_name("social_card.typ")
PIXELS_PER_INCH = 144  # of a page of 600 by 315 points: 1200 by 630
FOLDER = "assets/social/"
_FIGURE = re.compile(r"!\[[^\]]*\]\((figures/[^)]+\.svg)\)")


@dataclass(frozen=True)
class Card:
    """What one card shows.

    Parameters
    ----------
    name : str
        The page's source without its ending.
    title : str
        The title of the page.
    summary : str
        Its description.
    figure : str or None
        Its first figure, as SVG in the colours of the deck.
    """

    name: str
    title: str
    summary: str
    figure: str | None


def write_social_cards(project: Project, site: BuiltSite) -> None:
    """Write ``assets/social/`` of a built site, if it has a look."""
    if not _favicon(project).exists() or find_spec("typst") is None:
        return
    cards = [card for page in site.to_read if (card := _card(project, page))]
    inputs = _inputs(project)
    paths = {card: _place(project, card, inputs) for card in cards}
    drawn = {card: kept(path) for card, path in paths.items()}
    missing = [card for card in cards if drawn[card] is None]
    for card, picture in zip(missing, draw(project, missing), strict=True):
        keep(paths[card], picture)
        drawn[card] = picture
    for card, shown in drawn.items():
        target = site.folder / FOLDER / f"{card.name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(shown or b"")


def draw(project: Project, cards: Sequence[Card]) -> list[bytes]:
    """Return the pictures of cards, the same bytes for the same cards."""
    if not cards:
        return []
    import typst

    drawn: Any = typst.compile(
        TEMPLATE,
        format="png",
        ppi=PIXELS_PER_INCH,
        font_paths=[project.slides / "fonts"],
        ignore_system_fonts=True,
        sys_inputs=_inputs(project)
        | {"cards": json.dumps([asdict(card) for card in cards])},
    )
    return drawn if isinstance(drawn, list) else [drawn]


def _card(project: Project, page: Page) -> Card | None:
    _, is_there, image = page.meta("og:image").partition(FOLDER)
    if not is_there:
        return None
    name = image.removesuffix(".png")
    title = page.meta("og:title").partition(" · ")[0]
    summary = page.meta("description")
    return Card(name, title, summary, _first_figure(project, name))


def _first_figure(project: Project, name: str) -> str | None:
    source = project.docs / f"{name}.md"
    text = read_source(source) if source.exists() else ""
    named = [project.docs / figure for figure in _FIGURE.findall(text)]
    drawn = [figure for figure in named if figure.exists()]  # not an example
    if not drawn:
        return None
    svg = read_source(drawn[0])
    return plain_svg(svg, palette(project, "light"))


def _favicon(project: Project) -> Path:
    return project.docs / "assets" / "favicon.svg"


def _inputs(project: Project) -> dict[str, str]:
    return {
        "colours": json.dumps(palette(project, "light")),
        "icon": in_light(read_source(_favicon(project))),
        "site": names(project).claim,
    }


def in_light(svg: str) -> str:
    """Return an icon that follows the theme as it is in the light one."""
    return re.sub(r"@media\(prefers-color-scheme:dark\){.*?}}", "", svg)


def _place(project: Project, card: Card, inputs: dict[str, str]) -> Path:
    fonts = sorted((project.slides / "fonts").glob("*.ttf"))
    made_of = hashlib.sha256(
        json.dumps([asdict(card), inputs, version("typst")]).encode()
    )
    for path in (TEMPLATE, *fonts):
        made_of.update(path.read_bytes())
    return project.cache / "social" / f"{made_of.hexdigest()}.png"
