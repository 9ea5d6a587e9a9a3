"""How a slide looks in a page: pictures for each theme, and its links."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from lecture_site.drawn_slides import (
    LARGE,
    SMALL,
    THEMES,
    DeckSlide,
    Theme,
    picture_name,
)

PAGE = "slides.md"
DECK = "slides/lecture.pdf"

# How wide a picture is shown, in the browser's own font size: in a card, and
# in the grid of all slides. From 100em and 125em on the theme is larger.
IN_CARD = "(min-width: 125em) 18em, (min-width: 100em) 16.5em, "
IN_CARD += "(min-width: 45em) 15em, 11.25em"
IN_GRID = "(min-width: 125em) 23.1em, (min-width: 100em) 21.2em, "
IN_GRID += "(min-width: 36em) min(19.6em, 50vw - 1.6em), calc(100vw - 2em)"


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


def add_pictures(
    parent: Element, slide: DeckSlide, ways: Ways, sizes: str
) -> None:
    """Append the small pictures of a slide, of which a reader sees one.

    The title stands beside them, so they have no alternative text.

    Parameters
    ----------
    parent : Element
        What they are appended to.
    slide : DeckSlide
        The slide.
    ways : Ways
        The ways from the page.
    sizes : str
        How wide they are shown, as the attribute of this name says it.
    """
    for theme in THEMES:
        source = ways.picture(slide.number, theme, SMALL[0])
        _add_picture(parent, source, SMALL[0], sizes=sizes)


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


def add_other_widths(image: Element) -> None:
    """Offer all small widths, once the way to the first one is final."""
    source = image.get("src", "").partition("#")[0]
    stem = source.removesuffix(f"-{SMALL[0]}.webp")
    choices = [f"{stem}-{width}.webp {width}w" for width in SMALL]
    image.set("srcset", ", ".join(choices))
