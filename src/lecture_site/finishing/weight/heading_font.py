"""The font of the headings, cut down to the letters that headings have."""

from __future__ import annotations

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page, text_without
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
    texts = (text_without("math", heading) for heading in headings)
    return set(_ADDED).union(*texts)
