"""Reads the addresses and the anchors that the files of a site have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from lecture_site.basics.sources import read_made, read_source

LINKING = ("href", "src", "xlink:href", "poster", "data", "action")
# Of a link element, not an address to follow but one to be ready for.
HINTS = {"preconnect", "dns-prefetch"}
# Quoted as a whole, for a picture within the style sheet has an url() too.
_IN_STYLE = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^'\")\s]+))\s*\)")
_IN_FEED = re.compile(
    r"<(?:loc|link|url)>\s*([^<]+?)\s*</|\s(?:href|src|url)=\"([^\"]+)\""
)


@dataclass
class Content:
    """What a file links to, and what can be linked to in it.

    Parameters
    ----------
    addresses : dict
        Each address as it is written, with the first line it stands in.
    anchors : set of str
        The ids, and the names of links.
    base : str
        What addresses are relative to, if the page says so.
    canonical : str
        The page's own address, if the page says so.
    """

    addresses: dict[str, int] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    base: str = ""
    canonical: str = ""


class _Reader(HTMLParser):
    """Reads HTML or SVG; neither scripts nor the text is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.content = Content()

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        given = {name: (value or "").strip() for name, value in attrs}
        self.content.anchors |= {given.get("id", "")}
        if tag == "a":
            self.content.anchors |= {given.get("name", "")}
        if tag == "base":
            self.content.base = given.get("href", "")
        elif tag == "meta":
            self._note(_of_meta(given))
        elif not HINTS & set(given.get("rel", "").split()):
            self._note(_of_element(given))
        if given.get("rel") == "canonical":
            self.content.canonical = given.get("href", "")

    def _note(self, addresses: Iterator[str]) -> None:
        for address in addresses:
            self.content.addresses.setdefault(address, self.getpos()[0])


def read_content(path: Path) -> Content:
    """Return what a file of the site links to; nothing for other kinds."""
    if path.suffix in (".html", ".svg"):
        reader = _Reader()
        reader.feed(read_made(path))
        reader.close()
        return reader.content
    found = {
        ".css": _of_style,
        ".xml": _of_feed,
        ".webmanifest": _of_manifest,
        ".json": _of_json,
    }.get(path.suffix)
    if not found:
        return Content()
    text = read_source(path)
    return Content(dict.fromkeys(found(text, path.name), 0))


def _of_element(given: dict[str, str]) -> Iterator[str]:
    for name in LINKING:
        if name in given:
            yield given[name]
    for choice in given.get("srcset", "").split(","):
        if choice.strip():
            yield choice.split()[0]
    for value in given.values():
        if "url(" in value:
            yield from _of_style(value)


def _of_meta(given: dict[str, str]) -> Iterator[str]:
    content = given.get("content", "")
    if given.get("http-equiv", "").lower() == "refresh":
        yield content.partition("=")[2].strip("'\" ")
    name = given.get("property", given.get("name", ""))
    if re.fullmatch(r"(og|twitter):(url|image)", name):
        yield content


def _of_style(text: str, _name: str = "") -> Iterator[str]:
    for ways in _IN_STYLE.findall(text):
        yield "".join(ways)


def _of_feed(text: str, _name: str) -> Iterator[str]:
    for in_element, in_attribute in _IN_FEED.findall(text):
        yield in_element or in_attribute


def _of_manifest(text: str, _name: str) -> Iterator[str]:
    manifest: dict[str, Any] = json.loads(text)
    yield from (manifest[k] for k in ("start_url", "scope") if k in manifest)
    for key in ("icons", "screenshots", "shortcuts"):
        for entry in manifest.get(key, []):
            yield from (entry[k] for k in ("src", "url") if k in entry)


def _of_json(text: str, name: str) -> Iterator[str]:
    if name == "manifest.json":
        yield from _of_manifest(text, name)
    elif name == "search_index.json":
        for entry in json.loads(text)["docs"]:
            yield f"../{entry['location']}"
