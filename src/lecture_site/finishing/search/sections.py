"""What the search knows of a page: its sections as plain text.

The finished HTML is read, so what is found is what a reader sees: results
are there with their digits, captions and alt texts too. Navigation is left
out, and of formulas all that cannot be read in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.glossary import stories
from lecture_site.finishing.page import Node, Page
from lecture_site.finishing.reference.entries import heading_of, is_reference

BEGINNINGS = {"h1", "h2", "h3", "dt"}
APART = {*BEGINNINGS, "pre"}  # read in another way than running text
UNSEEN = {"script", "style"}
NO_TEXT = {
    *("headerlink", "slide-card", "code-of-page", "checked", "lab-download"),
    *("listing-note", "filename", "caption-prefix", "footnote-backref"),
    # They say nothing that is not said below.
    *("opening", "deeper__label", "question__kind", "reading-time", "hint"),
    # Of an exercise the task is found, and nothing that would spoil it.
    *("exercise__about", "exercise__wrong", "exercise__solution"),
    *("exercise__tests", "exercise__start", "tip"),
}
# They use the words of the lecture, and explain none of them.
OF_THE_SITE = {
    *("changelog/", "how_fast_this_is/", "how_slides_are_matched/"),
    "teach_with_this/",
    "teaching_code/",  # whose modules are found by themselves
}
SYMBOLS = ["Symbol", "Meaning", "Shape"]  # of a page; "Notation" has all
LONGEST_TABLE = 40  # rows; longer ones are data, and nobody's words
_LETTERS = re.compile(r"[A-Za-z]{2}")
_HIGH = (
    "mfrac, msqrt, mroot, mtable, munder, mover, munderover, msub, msup, "
    "msubsup"
)
# Ranges after a number, and where the glossary leads.
_ASIDE = re.compile(r" \([^()]{1,12} to [^()]{1,12}\)| See [^.]*[.?]$")
# What nobody would find in running text: zero_grad, CrossEntropyLoss.
_NAME = re.compile(r"\b[A-Za-z]+(?:_\w+|[a-z]*[A-Z]\w+)\b")


@dataclass
class Section:
    """What stands under one heading, or one term of the glossary.

    Parameters
    ----------
    page : str
        Address of the page from the root of the site.
    anchor : str
        Id of the heading; empty for the title of the page.
    title : str
        The heading.
    text : str
        Running text, without line breaks.
    code : list of str
        Names in the listings that the text does not have.
    words : list of str
        Other names of the thing.
    is_reference : bool
        Whether it describes a module; its code is then what that offers.
    """

    page: str
    anchor: str
    title: str
    text: str = ""
    code: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    is_reference: bool = False

    @property
    def key(self) -> str:
        """Name of the section in ``docs/synonyms.toml``."""
        page = self.page.removesuffix("/").removesuffix(".html") or "index"
        return f"{page}#{self.anchor}" if self.anchor else page


@dataclass(frozen=True)
class ReadPage:
    """A page with its sections, and what its links call other sections."""

    address: str
    title: str
    sections: list[Section]
    names: list[tuple[str, list[str]]]  # address of a section, names for it


def read_site(site: BuiltSite) -> list[ReadPage]:
    """Return what all pages say, in the order of their addresses."""
    pages = [_read(page, site.theme.article) for page in site.to_read]
    found = [p for p in pages if p and p.address not in OF_THE_SITE]
    _say_names_once(found)
    return found


def _say_names_once(pages: list[ReadPage]) -> None:
    """Leave names of the teaching code to its reference.

    There stands which sections use them.
    """
    sections = [section for page in pages for section in page.sections]
    described = {n for s in sections if s.is_reference for n in s.code}
    for section in sections:
        if not section.is_reference:
            section.code = [n for n in section.code if n not in described]


def _read(page: Page, content: str) -> ReadPage | None:
    article = page.tree.css_first(content)
    if article is None:
        return None
    if is_reference(page):
        return _names(page, article)
    found = _sections(article, page.address)
    sections = [section for section in found if _is_worth_it(section)]
    if not sections:
        return None
    names = [
        (urljoin(f"/{page.address}", address).removeprefix("/"), called)
        for called, address in stories(page)
    ]
    return ReadPage(page.address, sections[0].title, sections, names)


def _names(page: Page, article: Node) -> ReadPage | None:
    """Return what a reference is found by: the names in each module.

    Its words are those of the lecture, which explains them elsewhere.
    """
    sections: list[Section] = []
    for heading in article.css("h2[id], h3[id]"):
        title = heading_of(heading)
        if heading.tag == "h2":
            sections.append(Section(page.address, str(heading.id), title))
            sections[-1].is_reference = True
        else:
            sections[-1].code.append(title)
    title = heading_of(article.css("h1")[0])
    return ReadPage(page.address, title, sections, []) if sections else None


def _sections(article: Node, address: str) -> Iterator[Section]:
    section = Section(address, "", "")
    texts: list[str] = []
    for part in _parts(article):
        if isinstance(part, str):
            texts.append(part)
        elif part.tag in BEGINNINGS and part.id:
            yield from _finished(section, texts)
            anchor = "" if part.tag == "h1" else part.id
            section, texts = Section(address, anchor, _plain(_text(part))), []
        else:
            _add(part, section)
    yield from _finished(section, texts)


def _parts(element: Node) -> Iterator[Node | str]:
    """Yield what an element says as text, and what is read otherwise."""
    for part in element.iter(include_text=True):
        if part.is_text_node:
            yield part.text_content or ""
        elif part.tag in APART:
            yield part
        elif part.tag == "svg":
            yield _alt(part)
        elif part.tag == "math":
            yield " … " if part.css_first(_HIGH) else part.text()
        elif not _says_nothing(part):
            yield from _parts(part)
            yield " " * (part.tag == "label")


def _text(element: Node) -> str:
    parts = _parts(element)
    return "".join(p if isinstance(p, str) else _text(p) for p in parts)


def _alt(drawing: Node) -> str:
    """Return what a drawing shows; the data after a colon are no words."""
    titles = drawing.css("title")
    return " ".join(title.text().partition(":")[0] for title in titles)


def _says_nothing(element: Node) -> bool:
    if element.tag == "table":
        return (
            len(element.css("tr")) > LONGEST_TABLE
            or [_plain(_text(each)) for each in element.css("th")] == SYMBOLS
            or _is_data(element)
        )
    classes = (element.attributes.get("class") or "").split()
    return element.tag in UNSEEN or not NO_TEXT.isdisjoint(classes)


def _is_data(table: Node) -> bool:
    """Tell whether most cells of a table are numbers, which nobody seeks."""
    cells = [_text(cell) for cell in table.css("td")]
    return sum(not _LETTERS.search(cell) for cell in cells) > len(cells) / 2


def _is_worth_it(section: Section) -> bool:
    """Leave out letters of the alphabet, and lists that stand elsewhere."""
    is_letter = len(section.title) == 1
    again = section.anchor == "references" and section.page != "references/"
    return not (is_letter or again)


def _finished(section: Section, texts: list[str]) -> Iterator[Section]:
    """Yield a section, without the names in its code that its text has."""
    if section.title:
        section.text = _plain("".join(texts))
        known = set(_NAME.findall(f"{section.title} {section.text}"))
        section.code = sorted(set(section.code) - known)
        yield section


def _add(part: Node, section: Section) -> None:
    if part.tag == "pre":
        section.code += _NAME.findall(part.text())
    elif part.tag == "dt":
        section.words.append(_plain(_text(part)))


def _plain(text: str) -> str:
    return _ASIDE.sub("", re.sub("…( …)+", "…", " ".join(text.split())))
