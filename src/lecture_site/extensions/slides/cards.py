"""A Markdown extension: a section shows the slide that belongs to it.

Page sources know nothing of slides. Below the heading of each section that
has one stands a card; where the next section has the same slide, one line
points back, so that a page is not flooded with pictures.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from lecture_site.basics.project import Project
from lecture_site.extensions.page_context import HEADINGS, page_of
from lecture_site.extensions.slides.markup import (
    Ways,
    add,
    add_pictures,
    name_of,
)
from lecture_site.extensions.slides.page import SlidesPage
from lecture_site.slides.drawn import DeckSlide, drawn_slides, is_drawn
from lecture_site.slides.links import nonsense, page_name, shown_links
from slide_aligner.documents import Link


class _Cards(Treeprocessor):
    def run(self, root: Element) -> None:
        project = Project.here()
        page = page_of(self.md).removeprefix("docs/")
        slides = {slide.number: slide for slide in drawn_slides(project)}
        if not page or not slides:
            return
        own = [
            link
            for link in shown_links(project, slides.values())
            if page_name(link) == page
        ]
        self._add_all(root, own, slides, Ways(page))

    def _add_all(
        self,
        root: Element,
        links: Iterable[Link],
        slides: dict[int, DeckSlide],
        ways: Ways,
    ) -> None:
        above = None
        for link in links:
            heading = _heading(root, link, ways.page)
            slide = slides[link.show or 0]
            if not is_drawn(Project.here(), slide.number):
                continue
            if above and above.show == link.show:
                card = as_above(slide, above.section)
            else:
                card, above = full_card(slide, ways), link
            _insert(root, heading, card)


def _heading(root: Element, link: Link, page: str) -> Element:
    for element in root:
        if element.tag in HEADINGS and element.get("id") == link.section:
            return element
    raise nonsense(
        Project.here(),
        f"{page} has no section {link.section}",
        "run `make slides`; if it stays, give the heading an identifier: "
        f"## {link.heading} {{#{link.section}}}",
    )


def _insert(root: Element, heading: Element, card: Element) -> None:
    card.tail = "\n"
    root.insert(list(root).index(heading) + 1, card)


def full_card(slide: DeckSlide, ways: Ways) -> Element:
    """Return the picture of a slide with its title and its links."""
    card = _note(slide, "slide-card")
    large = ways.large(slide.number)
    picture = add(card, "a", href=large, class_="slide-card__picture")
    picture.attrib |= {"aria-hidden": "true", "tabindex": "-1"}
    add_pictures(picture, slide, ways)
    words = add(card, "div", class_="slide-card__words")
    title = add(words, "p", class_="slide-card__title")
    title = add(title, "a", href=large)
    number = f"Slide {slide.number}"
    add(title, "span", number, class_="slide-card__number").tail = " "
    add(title, "span", slide.title)
    _add_links(words, slide.number, ways)
    return card


def _add_links(words: Element, number: int, ways: Ways) -> None:
    links = add(words, "p", class_="slide-card__links")
    add(links, "a", "PDF", href=ways.in_deck(number)).tail = " "
    if is_drawn(Project.here(), number + 1):
        add(links, "a", "Next slide", href=ways.large(number + 1))


def as_above(slide: DeckSlide, section: str) -> Element:
    """Return the line that points back to the section with the card."""
    card = _note(slide, "slide-card slide-card--again")
    line = add(card, "p", class_="slide-card__title")
    back = add(line, "a", f"Slide {slide.number}", href=f"#{section}")
    back.tail = ", as above"
    return card


def _note(slide: DeckSlide, classes: str) -> Element:
    """Return an aside; as a landmark it would be one of a dozen on a page."""
    return Element(
        "aside",
        {"class": classes, "role": "note", "aria-label": name_of(slide)},
    )


class SlideCardsExtension(Extension):
    """Shows slides in the sections, and all of them on their own page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the page of slides before anchors are collected.

        What stands on slides is no prose, so typed numbers were looked for
        before. Cards come when headings have their identifiers and the terms
        of the prose are marked, and before links are rewritten.
        """
        md.treeprocessors.register(SlidesPage(md), "lecture-slides", 5.5)
        md.treeprocessors.register(_Cards(md), "lecture-slide-cards", 2)


def makeExtension(**options: Any) -> SlideCardsExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return SlideCardsExtension(**options)
