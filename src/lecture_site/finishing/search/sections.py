"""What the search knows of a page: its sections as plain text.

The finished HTML is read, so what is found is what a reader sees: results
are there with their digits, captions and alt texts too. Navigation is left
out, and of formulas all that cannot be read in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup, NavigableString, Tag

from lecture_site.finishing.built_pages import pages_to_read

HEADINGS = ["h1", "h2", "h3"]
APART = {*HEADINGS, "dt", "pre"}  # read in another way than running text
NO_TEXT = {
    *("headerlink", "slide-card", "code-of-page", "checked", "lab-download"),
    *("listing-note", "filename", "caption-prefix", "footnote-backref"),
}
NEWS = "changelog/"  # repeats the words of pages, and explains none of them
LONGEST_TABLE = 40  # rows; longer ones are data, and nobody's words
_LETTERS = re.compile(r"[A-Za-z]{2}")
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_ALT = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_LISTING = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_FORMULA = re.compile(r"<math\b.*?</math>", re.DOTALL)
_HIGH = re.compile(
    r"<(mfrac|msqrt|mroot|mtable|m?under|mover|msu[bp]|msubsup)"
)
# Ranges after a number, and where the glossary leads.
_ASIDE = re.compile(r" \([^()]{1,12} to [^()]{1,12}\)| See [^.]*[.?]$")
_TAG = re.compile(r"<[^>]*>")
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
    """

    page: str
    anchor: str
    title: str
    text: str = ""
    code: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

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


def read_site(site: Path) -> list[ReadPage]:
    """Return all pages of a built site, in the order of their addresses."""
    pages = [_read(path, site) for path in pages_to_read(site)]
    return [page for page in pages if page and page.address != NEWS]


def _read(path: Path, site: Path) -> ReadPage | None:
    text = path.read_text(encoding="utf-8")
    _, found, rest = text.partition("<article")
    if not found:
        return None
    html = _simpler(f"<article{rest.partition('</article>')[0]}")
    article = BeautifulSoup(html, "html.parser")
    address = path.relative_to(site).as_posix().removesuffix("index.html")
    for element in article.find_all(_says_nothing):
        element.decompose()
    sections = [s for s in _sections(article, address) if _is_worth_it(s)]
    return ReadPage(
        address, sections[0].title, sections, list(_names(article, address))
    )


def _simpler(html: str) -> str:
    """Return a page without the many small elements that are no text."""
    html = _DRAWING.sub(_alt, html)
    html = _FORMULA.sub(_in_one_line, html).replace("</label>", "</label> ")
    return _LISTING.sub(lambda m: f"<pre>{_TAG.sub('', m[0])}</pre>", html)


def _alt(drawing: re.Match[str]) -> str:
    """Return what a drawing shows; the data after a colon are no words."""
    return " ".join(t.partition(":")[0] for t in _ALT.findall(drawing[0]))


def _says_nothing(element: Tag) -> bool:
    if element.name == "table":
        return len(element.find_all("tr")) > LONGEST_TABLE or _is_data(element)
    return not NO_TEXT.isdisjoint(element.get_attribute_list("class"))


def _is_data(table: Tag) -> bool:
    """Tell whether most cells of a table are numbers, which nobody seeks."""
    cells = [cell.get_text() for cell in table.find_all("td")]
    return sum(not _LETTERS.search(cell) for cell in cells) > len(cells) / 2


def _in_one_line(formula: re.Match[str]) -> str:
    return " … " if _HIGH.search(formula[0]) else _TAG.sub("", formula[0])


def _is_worth_it(section: Section) -> bool:
    """Leave out letters of the alphabet, and lists that stand elsewhere."""
    is_letter = len(section.title) == 1
    again = section.anchor == "references" and section.page != "references/"
    return not (is_letter or again)


def _sections(article: Tag, address: str) -> Iterator[Section]:
    section = Section(address, "", "")
    texts: list[str] = []
    for node in article.descendants:
        begun = _begun(node, address)
        if begun:
            yield from _finished(section, texts)
            section, texts = begun, []
        elif isinstance(node, Tag):
            _add(node, section)
        elif _is_running_text(node):
            texts.append(str(node))
    yield from _finished(section, texts)


def _begun(node: object, address: str) -> Section | None:
    if not isinstance(node, Tag) or node.name not in {*HEADINGS, "dt"}:
        return None
    if not node.get("id"):
        return None
    anchor = "" if node.name == "h1" else str(node["id"])
    return Section(address, anchor, _plain(node.get_text()))


def _finished(section: Section, texts: list[str]) -> Iterator[Section]:
    """Yield a section, without the names in its code that its text has."""
    if section.title:
        section.text = _plain("".join(texts))
        known = set(_NAME.findall(f"{section.title} {section.text}"))
        section.code = sorted(set(section.code) - known)
        yield section


def _add(node: Tag, section: Section) -> None:
    if node.name == "pre":
        section.code += _NAME.findall(node.get_text())
    elif node.name == "dt":
        section.words.append(_plain(node.get_text()))


def _is_running_text(node: object) -> bool:
    return type(node) is NavigableString and not any(
        parent.name in APART for parent in node.parents
    )


def _names(article: Tag, address: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the section that each term of the glossary leads to."""
    for definition in article.select(".glossary dd"):
        links = definition.select("a[href*='#']")
        if links:
            names = [_plain(n.get_text()) for n in _terms(definition)]
            target = urljoin(f"/{address}", str(links[-1]["href"]))
            yield target.removeprefix("/"), names


def _terms(definition: Tag) -> Iterator[Tag]:
    for before in definition.find_previous_siblings():
        if not isinstance(before, Tag) or before.name != "dt":
            return
        yield before


def _plain(text: str) -> str:
    return _ASIDE.sub("", re.sub("…( …)+", "…", " ".join(text.split())))
