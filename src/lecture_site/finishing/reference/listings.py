"""The listings of a page: what they import and show leads to its entry."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.theme import Theme
from lecture_site.extensions.linked_code import Place, with_links
from lecture_site.finishing.page import Node, Page
from lecture_site.finishing.reference.entries import heading_of, way_to
from lecture_site.finishing.reference.imports import (
    Imported,
    defined_in,
    imports_in,
)

_PARTS = ":is(h1, h2, h3)[id], .highlight"


@dataclass(frozen=True)
class Section:
    """A section of a page.

    Parameters
    ----------
    address : str
        From the address of the site on.
    page, title : str
        What the page and the section are called.
    """

    address: str
    page: str
    title: str


@dataclass(frozen=True)
class Use:
    """A name that a listing has, and the section that it stands in.

    Parameters
    ----------
    name : str
        The full name.
    section : Section
        Where the listing is.
    is_shown : bool
        Whether it shows the code of the name; else it imports it.
    """

    name: str
    section: Section
    is_shown: bool


def link_listings(
    page: Page, known: Mapping[str, str], theme: Theme
) -> Iterator[Use]:
    """Link the listings of a page to the entries of what they have.

    Parameters
    ----------
    page : Page
        The finished page.
    known : mapping of str to str
        The addresses of the entries, by full names.
    theme : Theme
        What the page was made with.

    Raises
    ------
    ProblemError
        If a listing imports what should have an entry and has none.
    """
    for section, listing in _listings(page, theme):
        for code in listing.css("code"):
            for name in _link_imports(code, page, known):
                yield Use(name, section, False)
            for name in _link_file(listing, code, page, known):
                yield Use(name, section, True)


def _listings(page: Page, theme: Theme) -> Iterator[tuple[Section, Node]]:
    section = Section(page.address, "", "")
    for article in page.tree.css(theme.article):
        for part in article.css(_PARTS):
            if part.tag == "div":
                yield section, part
            else:
                title = heading_of(part)
                of = title if part.tag == "h1" else section.page
                section = Section(f"{page.address}#{part.id}", of, title)


def _link_imports(
    code: Node, page: Page, known: Mapping[str, str]
) -> list[str]:
    found = list(_described(code.text(), known))
    places = [
        Place(each.start, each.end, way_to(known[each.name], page))
        for each in found
    ]
    if places:
        code.inner_html = with_links(code.inner_html or "", places)
    return [each.name for each in found]


def _described(code: str, known: Mapping[str, str]) -> Iterator[Imported]:
    """Yield the imports of what is described, which has to have an entry."""
    packages = {name.partition(".")[0] for name in known}
    for each in imports_in(code):
        package, _, within = each.name.partition(".")
        is_name = within.rpartition(".")[2].isidentifier()  # and no star
        if package in packages and is_name and "._" not in each.name:
            refuse_unknown(each.name, known)
            yield each


def refuse_unknown(name: str, known: Mapping[str, str]) -> None:
    """Raise for a name without an entry."""
    if name not in known:
        what = f"no page of the reference describes {name}"
        remedy = "write '::: package/module.py' of its module on one of them"
        raise ProblemError(Problem(what, remedy))


def _link_file(
    listing: Node, code: Node, page: Page, known: Mapping[str, str]
) -> list[str]:
    """Link the file that a listing is a part of; return what it shows."""
    for file in listing.css(".filename"):
        path = file.text().strip().removeprefix("src/").removesuffix(".py")
        module = path.replace("/", ".")
        if module in known:
            address = html.escape(way_to(known[module], page))
            link = f'<a class="code-link" href="{address}">'
            file.inner_html = f"{link}{file.inner_html}</a>"
            names = (f"{module}.{each}" for each in defined_in(code.text()))
            return [name for name in names if name in known]
    return []
