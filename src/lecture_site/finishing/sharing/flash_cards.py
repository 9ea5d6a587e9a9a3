"""Packs the questions of all pages as flash cards: for Anki, and as CSV.

A card has the question, its hint and the answer as the page has them, and a
link to the page. Formulas are MathML, which Anki shows as browsers do.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin
from zlib import crc32

import genanki

from lecture_site.basics.configuration import names, pages_in_order
from lecture_site.basics.project import Project
from lecture_site.basics.site_url import absolute
from lecture_site.basics.undated_zip import pack
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node, Page

PACKAGE, TABLE = "flash_cards.apkg", "flash_cards.csv"
_ASKED = "#check-yourself ~ details.question"
_BOXES = "details > details:is(.hint, .answer) > summary"
_UNASKED = ".headerlink, .filename, .listing-note, button"
_STYLE = """
.card { max-width: 34em; margin: auto; font: 1.1em/1.5 sans-serif; }
pre { overflow: auto; text-align: left; font-size: 0.85em; }
"""
_QUESTION = "{{question}}{{#hint}}<p>{{hint:hint}}</p>{{/hint}}"
_ANSWER = '{{FrontSide}}<hr id="answer">{{answer}}<p><small>{{page}}</small>'


@dataclass(frozen=True)
class Card:
    """A question of a page, as HTML.

    Parameters
    ----------
    question, answer : str
        Its two sides.
    hint : str
        Shown on demand before the answer; empty if there is none.
    kind : str
        What the question asks for: recall, predict, compute or explain.
    page : str
        The title of the page, linked where the site has an address.
    """

    question: str
    hint: str
    answer: str
    kind: str
    page: str


def write_flash_cards(project: Project, site: BuiltSite) -> None:
    """Write both files into a site that asks questions."""
    order = [f"{name}/index.html" for name in pages_in_order(project)]
    asking = sorted(site.to_read, key=lambda page: _place(page.name, order))
    cards = [card for page in asking for card in cards_of(page)]
    if cards:
        (site.folder / TABLE).write_text(as_csv(cards), "utf-8", newline="")
        package = as_package(cards, names(project).site)
        (site.folder / PACKAGE).write_bytes(package)


def _place(name: str, order: Sequence[str]) -> int:
    return order.index(name) if name in order else len(order)


def cards_of(page: Page) -> Iterator[Card]:
    """Yield the questions that a page ends with."""
    title = "".join(each.text() for each in page.tree.css("head > title"))
    link = absolute(f"{page.address}#check-yourself")
    place = f'<a href="{link}">{escape(title)}</a>' if link else escape(title)
    for asked in page.copy().tree.css(_ASKED):
        kind = _taken(asked, ".question__kind", page).lower()
        front = _taken(asked, "summary", page)
        for label in asked.css(_BOXES):
            label.decompose()
        hint = _taken(asked, "details.hint", page)
        (answer, *_) = (*asked.css("details.answer"), asked)
        yield Card(front, hint, _alone(answer, page), kind, place)


def _taken(asked: Node, selector: str, page: Page) -> str:
    """Take the first such part out of a question; return what it says."""
    part = asked.css_first(selector)
    if part is None:
        return ""
    said = _alone(part, page)
    part.decompose()
    return said


def _alone(node: Node, page: Page) -> str:
    """Return what an element says, in a form that needs no site around it."""
    for part in node.css(_UNASKED):
        part.decompose()
    for code in node.css("pre"):
        for part in code.css("span, a"):
            part.unwrap()
    for link in node.css("a"):
        address = absolute(urljoin(page.address, link.attributes.get("href")))
        if address and "title" not in link.attributes:
            link.attrs["href"] = address
        else:
            link.unwrap()
    return (node.inner_html or "").strip()


def as_csv(cards: Sequence[Card]) -> str:
    """Return cards as a table with a line of titles."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(each.name for each in fields(Card))
    table.writerows(map(astuple, cards))
    return text.getvalue()


def as_package(cards: Sequence[Card], title: str) -> bytes:
    """Return cards as a file that Anki imports; the same give the same."""
    deck = genanki.Deck(_number(title), title)
    for card in cards:
        guid = genanki.guid_for(title, card.page, card.question)
        note = genanki.Note(
            _model(title), list(astuple(card)), guid=guid, tags=[card.kind]
        )
        deck.add_note(note)
    with TemporaryDirectory() as folder:
        path = Path(folder) / PACKAGE
        genanki.Package(deck).write_to_file(path, timestamp=0.0)
        return _without_dates(path)


def _model(title: str) -> genanki.Model:
    sides = {"name": "Card", "qfmt": _QUESTION, "afmt": _ANSWER}
    named = [{"name": each.name} for each in fields(Card)]
    number = _number(f"{title}, model")
    return genanki.Model(number, title, named, [sides], _STYLE)


def _number(name: str) -> int:
    """Return the same number for a name, by which Anki knows it again."""
    return crc32(name.encode())


def _without_dates(path: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            pack(new, name, old.read(name))
    return packed.getvalue()
