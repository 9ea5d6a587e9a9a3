"""The entries of the reference on a built site, and what uses them."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node, Page, element

REFERENCE = ".of-the-code"
_ENTRIES = f"{REFERENCE} :is(h2, h3, div)[id]"
Sections = dict[str, tuple[str, str]]  # address: title of page, of section


def is_reference(page: Page) -> bool:
    """Tell whether a page describes code."""
    return bool(page.tree.css_matches(REFERENCE))


def addresses(site: BuiltSite) -> dict[str, str]:
    """Return where each name is described, from the address of the site on."""
    return {
        entry.id: f"{page.address}#{entry.id}"
        for page in site.to_read
        for entry in page.tree.css(_ENTRIES)
        if entry.id
    }


def tell_uses(page: Page, uses: Mapping[str, Sections]) -> None:
    """Let each entry of a page name the sections that import it.

    It is said before the code of the entry.
    """
    for code in page.tree.css("details[data-code-of]"):
        sections = uses.get(code.attributes["data-code-of"] or "")
        if sections:
            told = element(page, "p", {"class": "api__uses"})
            told.inner_html = f"Used in {'; '.join(_by_page(page, sections))}."
            code.insert_before(told, move=True)


def _by_page(page: Page, sections: Sections) -> Iterator[str]:
    """Yield for each page its title and its sections, as HTML."""
    titles = dict.fromkeys(title for title, _ in sections.values())
    for title in titles:
        links = (
            f'<a href="{html.escape(way_to(address, page))}">'
            f"{html.escape(section)}</a>"
            for address, (of, section) in sections.items()
            if of == title
        )
        yield f"<b>{html.escape(title)}</b>: {', '.join(links)}"


def way_to(address: str, page: Page) -> str:
    """Return an address of the site as it is seen from a page."""
    up = "../" * page.name.count("/")
    return f"{up}{address}" or "./"


def heading_of(node: Node) -> str:
    """Return what a heading says, without the link to itself."""
    links = "".join(link.text() for link in node.css(".headerlink"))
    return " ".join(node.text().removesuffix(links).split())
