"""The entries of the reference on a built site."""

from __future__ import annotations

from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node, Page

REFERENCE = ".of-the-code"
_ENTRIES = f"{REFERENCE} :is(h2, h3, div)[id]"


def is_reference(page: Page) -> bool:
    """Tell whether a page describes code."""
    return bool(page.tree.css(REFERENCE))


def addresses(site: BuiltSite) -> dict[str, str]:
    """Return where each name is described, from the address of the site on."""
    return {
        entry.id: f"{page.address}#{entry.id}"
        for page in site.to_read
        for entry in page.tree.css(_ENTRIES)
        if entry.id
    }


def way_to(address: str, page: Page) -> str:
    """Return an address of the site as it is seen from a page."""
    return f"{'../' * page.name.count('/')}{address}"


def heading_of(node: Node) -> str:
    """Return what a heading says, without the link to itself."""
    links = "".join(link.text() for link in node.css(".headerlink"))
    return " ".join(node.text().removesuffix(links).split())
