"""What the pages of a built site say of the terms of its glossary."""

from __future__ import annotations

from collections.abc import Iterator

from lecture_site.finishing.page import Node, Page


def stories(page: Page) -> Iterator[tuple[list[str], str]]:
    """Yield the names of each term, and the address that has its story.

    Where a term has several names, the last one comes first. Its story is
    where the last link of its definition leads.
    """
    for definition in page.tree.css("dl.glossary dd"):
        links = definition.css("a[href]")
        if links:
            names = [" ".join(n.text().split()) for n in _terms(definition)]
            yield names, links[-1].attributes["href"] or ""


def _terms(definition: Node) -> Iterator[Node]:
    before = definition.prev
    while before and before.tag in {"dt", "-text"}:
        if before.tag == "dt":
            yield before
        before = before.prev
