"""Tells search engines what kind of thing a page is, as JSON-LD.

A page of the lecture teaches the terms whose story the glossary says that it
tells. Nothing is stated that the site does not know, such as how long a
reader takes.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from lecture_site.basics.project import Project
from lecture_site.basics.site_url import absolute
from lecture_site.finishing.built_pages import pages_to_read
from lecture_site.finishing.page_heads import head, meta

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
KINDS = {
    "labs": "lab",
    "glossary": "glossary",
    "references": "bibliography",
    "slides": "slides",
}
_ENTRY = re.compile(r"<dt id=.*?</dd>", re.DOTALL)


def write_structured_data(project: Project, site: Path) -> None:  # noqa: ARG001
    """Put a description for machines into the head of every page."""
    taught = terms_by_page(site)
    for path in pages_to_read(site):
        page = head(path)
        if meta(page, "og:title"):
            address = path.relative_to(site).as_posix()
            address = address.removesuffix("index.html")
            facts = describe(page, address, taught.get(address, []))
            _insert(path, json.dumps(facts, ensure_ascii=False))


def describe(
    page: BeautifulSoup, address: str, teaches: list[str]
) -> dict[str, Any]:
    """Return what schema.org calls a learning resource.

    Parameters
    ----------
    page : BeautifulSoup
        The head of the page.
    address : str
        Its address from the root of the site.
    teaches : list of str
        The terms that it explains.
    """
    part = address.strip("/").partition("/")[0]
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource" if address else "Course",
        "name": meta(page, "og:title").partition(" · ")[0],
        "description": meta(page, "description"),
        "learningResourceType": KINDS.get(part, "lecture notes"),
        "educationalLevel": "university",
        "inLanguage": "en",
        "license": LICENCE,
        "isAccessibleForFree": True,
    }
    if teaches:
        facts["teaches"] = teaches
    name = meta(page, "og:site_name")
    facts["isPartOf"] = _course(name) if address else _website(name)
    return facts | ({"url": url} if (url := absolute(address)) else {})


def terms_by_page(site: Path) -> dict[str, list[str]]:
    """Return the terms of the glossary by the page that has their story."""
    found = site / "glossary" / "index.html"
    text = found.read_text(encoding="utf-8") if found.exists() else ""
    taught: dict[str, list[str]] = {}
    for entry in _ENTRY.findall(text):
        html = BeautifulSoup(entry, "html.parser")
        links = html.select("dd a[href]")
        if links:
            address = urljoin("/glossary/", str(links[-1]["href"]))
            page = address.partition("#")[0].removeprefix("/")
            name = html.select("dt")[0].get_text()
            taught.setdefault(page, []).append(name)
    return taught


def _course(name: str) -> dict[str, str]:
    course = {"@type": "Course", "name": name}
    return course | ({"url": url} if (url := absolute("")) else {})


def _website(name: str) -> dict[str, Any]:
    """Return the site, and how to search it where its address is known."""
    site: dict[str, Any] = {"@type": "WebSite", "name": name}
    if not absolute(""):
        return site
    search = {
        "@type": "SearchAction",
        "target": absolute("?q={words}"),
        "query-input": "required name=words",
    }
    return site | {"url": absolute(""), "potentialAction": search}


def _insert(path: Path, facts: str) -> None:
    # "</" would end the script.
    data = facts.replace("</", "<\\/")
    script = f'<script type="application/ld+json">{data}</script>\n'
    text = path.read_text(encoding="utf-8")
    text = text.replace("</head>", f"{script}</head>", 1)
    path.write_text(text, encoding="utf-8", newline="\n")
