"""Writes the changelog as an Atom feed, an entry a version.

A version is dated by its heading, ``## 1.2.0 (2026-11-25)``; what has no
date yet is as old as the commit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from markdown import Markdown

from lecture_site.basics.commits import commit_epoch
from lecture_site.basics.configuration import names
from lecture_site.basics.project import Project
from lecture_site.basics.site_url import absolute
from lecture_site.basics.sources import read_source

FEED = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
_VERSION = re.compile(r"^## (.+)$", re.MULTILINE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Version:
    """One version of the changelog.

    Parameters
    ----------
    title : str
        Its heading.
    date : str
        When it was, as RFC 3339 wants it.
    html : str
        What changed.
    """

    title: str
    date: str
    html: str


def write_feed(project: Project, site: Path) -> None:
    """Write ``feed.xml`` of a built site."""
    if changes_file(project).exists():
        found = changes(project)
        text = atom(names(project).site, found, _day(project))
        (site / FEED).write_bytes(text)


def changes_file(project: Project) -> Path:
    """Return what the feed is made of."""
    return project.root / "CHANGELOG.md"


def changes(project: Project) -> list[Version]:
    """Return the versions that the feed tells of; none without changes."""
    path = changes_file(project)
    if not path.exists():
        return []
    return versions(read_source(path), _day(project))


def _day(project: Project) -> str:
    """Return when the commit was made."""
    epoch = int(commit_epoch(project) or 0)
    return datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def versions(changelog: str, commit: str) -> list[Version]:
    """Return the versions of a changelog, the newest first."""
    _, *parts = _VERSION.split(changelog)
    return [
        Version(title, _date(title) or commit, Markdown().convert(text))
        for title, text in zip(parts[::2], parts[1::2], strict=True)
    ]


def atom(name: str, entries: list[Version], updated: str) -> bytes:
    """Return a feed; the same name, entries and date give the same bytes."""
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": "en"})
    _add(feed, "id", _id(name, FEED))
    _add(feed, "title", f"{name}: what changed")
    _add(feed, "updated", updated)
    _add(_add(feed, "author"), "name", "The authors of the lecture")
    _add(feed, "link", href=absolute("changelog/") or "changelog/")
    if absolute(FEED):
        _add(feed, "link", rel="self", href=absolute(FEED))
    for version in entries:
        _add_version(feed, name, version)
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_version(feed: ET.Element, name: str, version: Version) -> None:
    anchor = re.sub(r"[^\w-]+", "-", version.title.lower()).strip("-")
    entry = _add(feed, "entry")
    _add(entry, "id", _id(name, f"changelog/#{anchor}"))
    _add(entry, "title", version.title)
    _add(entry, "updated", version.date)
    _add(entry, "link", href=absolute("changelog/") or "changelog/")
    _add(entry, "content", version.html, type="html")


def _add(
    parent: ET.Element, tag: str, text: str = "", **attributes: str
) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    element.text = text or None
    return element


def _id(name: str, address: str) -> str:
    """Return what names a thing for good, wherever the site is."""
    return absolute(address) or uuid5(NAMESPACE_URL, f"{name}/{address}").urn


def _date(title: str) -> str:
    found = _DATE.search(title)
    return f"{found[0]}T00:00:00Z" if found else ""
