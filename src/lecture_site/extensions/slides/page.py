"""All slides on one page, each with the sections that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.extensions.page_context import page_of
from lecture_site.extensions.slides.markup import (
    PAGE,
    Ways,
    add,
    add_large_pictures,
    add_pictures,
    anchor,
)
from lecture_site.slides.drawn import DeckSlide, drawn_slides, is_drawn
from lecture_site.slides.links import page_name, shown_links
from slide_aligner.documents import Link

FIRST, LAST = "Before the first part", "After the last part"


class SlidesPage(Treeprocessor):
    """Appends the slides to the page that is named for them."""

    def run(self, root: Element) -> None:
        """Add headings before they get identifiers, see `slide_cards`."""
        if page_of(self.md) != f"docs/{PAGE}":
            return
        project = Project.here()
        slides = drawn_slides(project)
        drawn = [s for s in slides if is_drawn(project, s.number)]
        if drawn:
            add_all(root, drawn, shown_links(project, slides), project)
        else:
            _say_how_to_build(root)


def _say_how_to_build(root: Element) -> None:
    sentence = add(root, "p", "The slides are not drawn yet; ")
    add(sentence, "code", "make slides").tail = " draws them."


def add_all(
    root: Element,
    slides: Sequence[DeckSlide],
    links: Sequence[Link],
    project: Project,
) -> None:
    """Append a heading and a grid for each part of the deck."""
    for part, group in groupby(slides, key=lambda slide: slide.part):
        of_part = list(group)
        before = of_part[0].number == slides[0].number
        add(root, "h2", _title(project, part) or (FIRST if before else LAST))
        if part:
            page = add(root, "p", "The page: ", class_="slide-part")
            add(page, "a", _title(project, part), href=f"{part}.md")
        grid = add(root, "ul", class_="slide-grid")
        for slide in of_part:
            _add_slide(grid, slide, slides, links)


def _title(project: Project, part: str) -> str:
    page = project.docs / f"{part}.md"
    if not part or not page.is_file():
        return part
    found = re.search(r"^# (.+)$", read_source(page), re.M)
    return found[1] if found else part


def _add_slide(
    grid: Element,
    slide: DeckSlide,
    slides: Sequence[DeckSlide],
    links: Iterable[Link],
) -> None:
    ways = Ways(PAGE)
    entry = add(grid, "li", id=anchor(slide.number), class_="slide-entry")
    large = add(entry, "a", href=ways.large(slide.number))
    add_pictures(large, slide, ways)
    add_large_pictures(large, slide, ways, "slide-entry__large")
    title = add(large, "span", class_="slide-entry__title")
    number = f"{slide.number}"
    add(title, "span", number, class_="slide-entry__number").tail = " "
    add(title, "span", slide.title)
    _add_sections(entry, slide, links)
    _add_ways(entry, slide, slides, ways)


def _add_sections(
    entry: Element, slide: DeckSlide, links: Iterable[Link]
) -> None:
    own = [link for link in links if slide.number in link.slides]
    if not own:
        return
    sections = add(entry, "div", "Shown in ", class_="slide-entry__sections")
    for place, link in enumerate(own, start=1):
        target = f"{page_name(link)}#{link.section}"
        section = add(sections, "a", link.heading, href=target)
        section.tail = ", " if place < len(own) else ""


def _add_ways(
    entry: Element, slide: DeckSlide, slides: Sequence[DeckSlide], ways: Ways
) -> None:
    numbers = {each.number for each in slides}
    row = add(entry, "div", class_="slide-entry__ways")
    for text, number in (
        ("Previous", slide.number - 1),
        ("Next", slide.number + 1),
    ):
        if number in numbers:
            add(row, "a", text, href=ways.large(number)).tail = " "
    add(row, "a", "PDF", href=ways.in_deck(slide.number))
