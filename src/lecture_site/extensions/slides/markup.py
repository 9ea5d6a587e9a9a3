"""How a slide looks in a page: pictures for each theme, and its links."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from lecture_site.slides.drawn import (
    LARGE,
    SMALL,
    THEMES,
    DeckSlide,
    Theme,
    picture_name,
)

PAGE = "slides.md"
DECK = "slides/lecture.pdf"


@dataclass(frozen=True)
class Ways:
    """The ways from a page to what belongs to the slides.

    Parameters
    ----------
    page : str
        The page that links, as a path from ``docs``.
    """

    page: str

    def to(self, target: str) -> str:
        """Return the way to another file of ``docs``."""
        return posixpath.relpath(target, posixpath.dirname(self.page) or ".")

    def large(self, number: int) -> str:
        """Return the way to a slide on the page of all slides."""
        here = "" if self.page == PAGE else self.to(PAGE)
        return f"{here}#{anchor(number)}"

    def in_deck(self, number: int) -> str:
        """Return the way to a slide in the PDF."""
        return f"{self.to(DECK)}#page={number}"

    def picture(self, number: int, theme: Theme, width: int) -> str:
        """Return the way to a picture; the theme goes by its end."""
        file = f"slides/pictures/{picture_name(number, theme, width)}"
        return f"{self.to(file)}#only-{theme}"


def anchor(number: int) -> str:
    """Return the identifier of a slide on the page of all slides."""
    return f"slide-{number}"


def name_of(slide: DeckSlide) -> str:
    """Return a slide's number and title, as they are read aloud."""
    return f"Slide {slide.number}: {slide.title}"


def add(parent: Element, tag: str, text: str = "", **given: str) -> Element:
    """Append an element whose text is shown as it is."""
    names = {
        name.rstrip("_").replace("_", "-"): v for name, v in given.items()
    }
    child = SubElement(parent, tag, names)
    child.text = AtomicString(text) if text else None
    return child


def add_pictures(parent: Element, slide: DeckSlide, ways: Ways) -> None:
    """Append the small pictures of a slide, of which a reader sees one.

    The title stands beside them, so they have no alternative text.
    """
    for theme in THEMES:
        source = ways.picture(slide.number, theme, SMALL)
        _add_picture(parent, source, SMALL)


def add_large_pictures(
    parent: Element, slide: DeckSlide, ways: Ways, class_: str
) -> None:
    """Append the large pictures of a slide, which the style sheet hides."""
    for theme in THEMES:
        source = ways.picture(slide.number, theme, LARGE)
        _add_picture(parent, source, LARGE, class_=class_)


def _add_picture(
    parent: Element, source: str, width: int, **given: str
) -> None:
    """Append a picture with its size, so that nothing moves when it comes."""
    size = {"width": str(width), "height": str(width * 9 // 16)}
    late = {"loading": "lazy", "decoding": "async"}
    add(parent, "img", src=source, alt="", **size, **late, **given)
