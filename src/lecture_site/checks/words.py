"""The words of a finished page, block by block, as they are read out."""

from __future__ import annotations

from collections.abc import Iterator

from lecture_site.extensions.typed_numbers import SILENT
from lecture_site.finishing.page import Node, Page

_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd"),
    *("details", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
    *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "tr", "ul", "br"),
}
_EXCUSES = ".listing-note--not-run samp"
_TOLD = ("alt", "title", "aria-label")  # attributes that are read out
_FOR_THE_HEAD = (
    "begin the page with a title and a description in words alone: ---, "
    "title: ..., description: ..., ---"
)
_NOT_PROSE = {*SILENT, "samp", "annotation", "button"}


def said_by(page: Page, article: str) -> Iterator[tuple[str, str]]:
    """Yield all that a page tells, block by block; code and formulas not.

    With what it says of itself comes what helps there.
    """
    for text in in_the_head(page):
        yield text, _FOR_THE_HEAD
    for main in page.tree.css(article):
        for text in (*blocks(main), *attributes(main)):
            yield text, ""


def in_the_head(page: Page) -> Iterator[str]:
    """Yield what a page is found by: its title and its description."""
    for element in page.tree.css("head > title"):
        yield element.text()
    yield page.meta("description")


def attributes(main: Node, leaves_out: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield what is read out or shown beside the text of an element."""
    for attribute in _TOLD:
        for element in main.css(f"[{attribute}]"):
            if not _is_silent(element, leaves_out):
                yield element.attributes[attribute] or ""
    for excuse in main.css(_EXCUSES):  # words, though they look like code
        yield excuse.text()


def blocks(main: Node, leaves_out: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the text of each block within an element, formulas left out."""
    text: list[str] = []
    for node in _visible(main, leaves_out):
        if node.tag in _BLOCKS:
            yield "".join(text)
            text = []
        elif node.is_text_node:
            text.append(node.text_content or "")
    yield "".join(text)


def _visible(within: Node, leaves_out: tuple[str, ...]) -> Iterator[Node]:
    for node in within.iter(include_text=True):
        if node.tag in _NOT_PROSE or _is_one_of(node, leaves_out):
            continue
        yield node
        yield from _visible(node, leaves_out)
        if node.tag in _BLOCKS:
            yield node  # what follows is another block


def _is_one_of(node: Node, classes: tuple[str, ...]) -> bool:
    if node.is_text_node or not classes:
        return False
    named = (node.attributes.get("class") or "").split()
    is_foreign = (node.attributes.get("href") or "").startswith("http")
    return is_foreign or not set(named).isdisjoint(classes)


def _is_silent(node: Node | None, leaves_out: tuple[str, ...]) -> bool:
    while node:
        if node.tag in _NOT_PROSE or _is_one_of(node, leaves_out):
            return True
        node = node.parent
    return False
