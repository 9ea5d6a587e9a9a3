"""The font of the headings, cut down to the letters that headings have."""

from __future__ import annotations

import html
import re
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.finishing.built_pages import built_pages, texts_of
from lecture_site.finishing.weight.math_font import embed

SHEET = "assets/lecture.css"
FONT = "assets/fonts/stix-two-text-600.woff2"
_HEADING = re.compile(r"<(h[1-4]|title)\b[^>]*>(.*?)</\1>", re.DOTALL)
_PROMISE = re.compile(r"<(p) class=\"front__promise\">(.*?)</p>", re.DOTALL)
_NO_LETTERS = re.compile(r"<math\b.*?</math>|<[^>]*>", re.DOTALL)
# What style adds to headings, and names of pages in header and footer.
_ADDED = " …→"


def cut_heading_font(_: Project, site: Path) -> None:
    """Put the letters that headings show into the style sheet."""
    if (site / FONT).is_file():
        letters = letters_of(texts_of(built_pages(site)))
        embed(site / FONT, site / SHEET, letters)


def letters_of(pages: str) -> set[str]:
    """Return every character of the headings and titles of some pages."""
    found = [*_HEADING.finditer(pages), *_PROMISE.finditer(pages)]
    headings = "".join(match[2] for match in found)
    return set(html.unescape(_NO_LETTERS.sub("", headings))) | set(_ADDED)
