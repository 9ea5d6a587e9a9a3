"""The font of the headings, cut down to the letters that headings have."""

from __future__ import annotations

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node, Page
from lecture_site.finishing.weight.math_font import embed

SHEET = "assets/lecture.css"
FONT = "assets/fonts/stix-two-text-600.woff2"
_SET_IN_IT = "h1, h2, h3, h4, title, .front__promise"
# What style adds to headings, and names of pages in header and footer.
_ADDED = " …→"


def cut_heading_font(_: Project, site: BuiltSite) -> None:
    """Put the letters that headings show into the style sheet."""
    if (site.folder / FONT).is_file():
        letters = set().union(*map(letters_of, site.pages))
        embed(site.folder / FONT, site.folder / SHEET, letters)


def letters_of(page: Page) -> set[str]:
    """Return every character of the headings and titles of a page."""
    headings = page.tree.css(_SET_IN_IT)
    return set(_ADDED).union(*map(_letters, headings))


def _letters(heading: Node) -> str:
    """Return what a heading says beside its formulas."""
    if heading.css_first("math"):
        heading = heading.clone()
        heading.strip_tags(["math"])
    return heading.text()
