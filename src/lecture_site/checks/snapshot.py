"""What a reader sees of a built site, in a form that can be compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Comment, NavigableString, Tag

from lecture_site.basics.json_files import read_json
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.sources import read_made
from lecture_site.extensions.page_context import HEADINGS

# Figures are compared as files; the rest is no part of the text.
NOT_TEXT = "svg, script, style, .headerlink, .checked, .code-of-page"


@dataclass
class Section:
    """A heading with the words below it, up to the next heading."""

    heading: str
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """A page: its sections by anchor, and what its listings print."""

    sections: dict[str, Section]
    outputs: dict[str, str]


@dataclass(frozen=True)
class Snapshot:
    """A site: pages by path, figures by digest, numbers as shown."""

    pages: dict[str, Page]
    figures: dict[str, str]
    numbers: dict[str, str]


def read_site(site: Path) -> Snapshot:
    """Read a built site.

    Raises
    ------
    ProblemError
        If the folder holds no site, or one without its facts.
    """
    facts = site / "verified.json"
    if not facts.is_file():
        raise ProblemError(
            Problem(
                f"{site} has no verified.json, so it is no built site",
                "run 'make site' and name the folder that it makes",
            )
        )
    verified: dict[str, Any] = read_json(facts, dict, "run 'make site'")
    # They change with every commit and say nothing of the content.
    passing = {str(verified["commit"])[:12], str(verified["date"])}
    return Snapshot(
        {
            path.parent.relative_to(site).as_posix(): _page(path, passing)
            for path in sorted(site.rglob("index.html"))
        },
        {
            path.relative_to(site / "figures").with_suffix("").as_posix(): (
                hashlib.sha256(path.read_bytes()).hexdigest()
            )
            for path in sorted((site / "figures").rglob("*.svg"))
        },
        {m["name"]: _shown(m) for m in verified["measurements"]},
    )


def _shown(measurement: dict[str, Any]) -> str:
    spread = measurement.get("spread")
    value = str(measurement["shown"])
    return f"{value} ({' to '.join(spread)})" if spread else value


def _page(path: Path, passing: set[str]) -> Page:
    html = BeautifulSoup(read_made(path), "html.parser")
    article = html.select_one("article") or html.body or html
    outputs = dict(_outputs(article))
    for other in article.select(NOT_TEXT):
        other.decompose()
    return Page(_sections(article, passing), outputs)


def _outputs(article: Tag) -> Iterator[tuple[str, str]]:
    """Yield each listing that prints something, with what it prints."""
    for printed in article.select(".listing-note--prints samp"):
        name = printed.find_previous(class_="filename")
        if isinstance(name, Tag):
            yield name.get_text(), printed.get_text()


def _sections(article: Tag, passing: set[str]) -> dict[str, Section]:
    sections = {"": Section("")}
    current = sections[""]
    for node in article.descendants:
        if isinstance(node, Tag) and node.name in HEADINGS:
            heading = " ".join(node.get_text().split())
            current = Section(heading)
            sections[str(node.get("id", heading))] = current
        elif isinstance(node, NavigableString) and not isinstance(
            node, Comment
        ):
            current.words += [
                w for w in node.split() if w.strip(".,") not in passing
            ]
    return {anchor: s for anchor, s in sections.items() if s.words}
