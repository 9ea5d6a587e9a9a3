"""Finds the terms of the glossary in the prose of a page and links them.

Marked are paragraphs and list items only, each term once a page. A term that
stands by itself in bold or italics is explained right there and needs no mark
from then on. Boxes that are closed at first are left alone, and so are the
references.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from lecture_site.extensions.glossary.entries import Entry, key
from lecture_site.extensions.page_context import HEADINGS

SILENT = {"details", "figure"}  # a closed box; a caption
SILENT_CLASSES = {"admonition-title", "arithmatex", "formula"}
INLINE = {"em", "strong", "span", "sub", "sup", "del", "ins", "mark", "small"}
WORDS_BETWEEN = 3
_WORD = re.compile(r"\w+")


class Marker:
    """Marks the terms of one page; see the module.

    Parameters
    ----------
    entries : iterable of Entry
        What the glossary explains.
    glossary : str
        The way from the page to the glossary.
    """

    def __init__(self, entries: Iterable[Entry], glossary: str) -> None:
        self._entry = {key(f): entry for entry in entries for f in entry.forms}
        longest_first = sorted(self._entry, key=len, reverse=True)
        names = "|".join(map(_pattern, longest_first))
        self._terms = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
        self._glossary = glossary
        self._done: set[Entry] = set()
        self._gap = math.inf  # words since the last link of the block

    def mark(self, root: Element) -> None:
        """Mark all blocks of a page."""
        for block in list(_blocks(root)):
            self._gap = math.inf
            self._mark_inside(block)

    def _mark_inside(self, element: Element) -> None:
        children = list(element)
        begin = element.text or ""
        element.text = self._linked(element, 0, begin, children[:1])
        for number, child in enumerate(children, start=1):
            self._pass(child)
            place = list(element).index(child) + 1
            after = children[number : number + 1]
            child.tail = self._linked(element, place, child.tail or "", after)

    def _pass(self, child: Element) -> None:
        text = "".join(child.itertext())
        explained = self._entry.get(key(text.strip(" .,:;")))
        if child.tag == "a":
            self._gap = 0
        elif child.tag in {"em", "strong"} and explained:
            self._done.add(explained)
            self._gap += 1
        elif child.tag in INLINE and not _is_silent(child):
            self._mark_inside(child)
        else:
            self._gap += 1

    def _linked(
        self, parent: Element, place: int, text: str, after: list[Element]
    ) -> str:
        """Put links into a text; return what stands before the first."""
        linked: list[Element] = []
        start, begin, last_match = 0, text, 0
        for match in self._terms.finditer(text):
            self._gap += _words(text[last_match : match.start()])
            last_match = match.end()
            rest = _words(text[match.end() :])
            entry = self._entry[key(match[0])]
            if self._is_free(entry, rest, after):
                before = text[start : match.start()]
                if linked:
                    linked[-1].tail = before
                else:
                    begin = before
                linked.append(self._link(entry, match[0]))
                self._done.add(entry)
                start, self._gap = match.end(), 0
            else:
                self._gap += _words(match[0])
        self._gap += _words(text[last_match:])
        if linked:
            linked[-1].tail = text[start:]
        parent[place:place] = linked
        return begin

    def _is_free(self, entry: Entry, rest: int, after: list[Element]) -> bool:
        crowded = rest < WORDS_BETWEEN and any(a.tag == "a" for a in after)
        near = self._gap < WORDS_BETWEEN or crowded
        return entry not in self._done and not near

    def _link(self, entry: Entry, text: str) -> Element:
        link = Element("a")
        link.set("class", "term")
        link.set("href", f"{self._glossary}#{entry.anchor}")
        link.set("title", entry.tooltip)
        link.text = text
        return link


def _pattern(form: str) -> str:
    rest = re.escape(form[1:]).replace(r"\ ", r"\s+").replace(r"\-", "[-–]")
    first = form[0]
    return f"[{re.escape(first.lower())}{re.escape(first.upper())}]{rest}"


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _is_silent(element: Element) -> bool:
    classes = set(element.get("class", "").split())
    return element.tag in SILENT or not classes.isdisjoint(SILENT_CLASSES)


def _blocks(element: Element) -> Iterator[Element]:
    """Yield the paragraphs and list items, up to the references."""
    for child in element:
        if child.tag in HEADINGS and child.get("id") == "references":
            return
        if _is_silent(child):
            continue
        if child.tag in {"p", "li"}:
            yield child
        yield from _blocks(child)
