"""Tells search engines what kind of thing a page is, as JSON-LD.

A page of the lecture teaches the terms whose story the glossary says that it
tells. Nothing is stated that the site does not know, such as how long a
reader takes.
"""

from __future__ import annotations

import json
from typing import Any

from lecture_site.basics.project import Project
from lecture_site.basics.site_url import absolute
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.glossary import stories
from lecture_site.finishing.page import Page, element

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
KINDS = {
    "labs": "lab",
    "glossary": "glossary",
    "references": "bibliography",
    "slides": "slides",
}


def write_structured_data(_: Project, site: BuiltSite) -> None:
    """Put a description for machines into the head of every page."""
    taught = terms_by_page(site)
    for page in site.to_read:
        if page.meta("og:title"):
            facts = describe(page, taught.get(page.address, []))
            _insert(page, json.dumps(facts, ensure_ascii=False))


def describe(page: Page, teaches: list[str]) -> dict[str, Any]:
    """Return what schema.org calls a learning resource.

    Parameters
    ----------
    page : Page
        What is described.
    teaches : list of str
        The terms that it explains.
    """
    part = page.address.strip("/").partition("/")[0]
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource" if page.address else "Course",
        "name": page.meta("og:title").partition(" · ")[0],
        "description": page.meta("description"),
        "learningResourceType": KINDS.get(part, "lecture notes"),
        "educationalLevel": "university",
        "inLanguage": "en",
        "license": LICENCE,
        "isAccessibleForFree": True,
    }
    if teaches:
        facts["teaches"] = teaches
    name = page.meta("og:site_name")
    facts["isPartOf"] = _course(name) if page.address else _website(name)
    return facts | ({"url": url} if (url := absolute(page.address)) else {})


def terms_by_page(site: BuiltSite) -> dict[str, list[str]]:
    """Return the terms of the glossary by the page that has their story."""
    taught: dict[str, list[str]] = {}
    for page in site.to_read:
        for names, address in stories(page):
            story = page.target(address)
            if story is not None:
                taught.setdefault(story, []).append(names[-1])
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


def _insert(page: Page, facts: str) -> None:
    # "</" would end the script.
    data = facts.replace("</", "<\\/")
    kind = {"type": "application/ld+json"}
    page.head.insert_child(element(page, "script", kind, data), move=True)
