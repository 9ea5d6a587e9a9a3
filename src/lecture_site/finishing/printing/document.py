"""Makes one document of the built pages, to be printed as a book.

The pages are taken as the site shows them. Their ids get the name of their
page in front, so that they stay unlike each other; links between pages
become links within the document. What is folded or behind a tab is opened.
"""

from __future__ import annotations

import html
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node, Page, element, put_first

# What the lecture's own pages refer to.
APPENDICES = ("notation", "glossary", "references", "how_this_site_is_checked")
UNKNOWN = 100  # a page number, as wide as most
IDS = {"id", "for", "name", "aria-labelledby", "aria-describedby"}
OF_THE_SCREEN = "p.code-of-page, p.checked, input, .tabbed-labels"


@dataclass(frozen=True)
class Chapter:
    """A page of the document.

    Parameters
    ----------
    slug : str
        The name of its folder in the site.
    title : str
        Its heading, as text.
    body : str
        Its article as HTML, ready for the document.
    """

    slug: str
    title: str
    body: str


@dataclass(frozen=True)
class Book:
    """What the document consists of.

    Parameters
    ----------
    title : str
        The name of the lecture.
    chapters : sequence of Chapter
        Its chapters, in order.
    cover : str
        The first page, as HTML.
    sheets : sequence of str
        Addresses of the style sheets.
    style : str
        What only the document needs of style.
    frame : str
        The body of the document, with ``{}`` for what it says.
    """

    title: str
    chapters: Sequence[Chapter]
    cover: str
    sheets: Sequence[str]
    style: str
    frame: str


def chapters(
    site: BuiltSite, slugs: Sequence[str], address: str
) -> list[Chapter]:
    """Return the pages with these names, as chapters of one document.

    Parameters
    ----------
    site : BuiltSite
        The built site.
    slugs : sequence of str
        The chapters, in order.
    address : str
        Where the site is published, for links to what is not a chapter;
        without it these lose their target.
    """
    return [_chapter(site, slug, slugs, address) for slug in slugs]


def _chapter(
    site: BuiltSite, slug: str, slugs: Sequence[str], address: str
) -> Chapter:
    page = site.by_name[f"{slug}/index.html"].copy()
    (article, *_) = page.tree.css(site.theme.article)
    _name_blocks(article, page)
    for aside in article.css(OF_THE_SCREEN):
        aside.decompose()
    for folded in article.css("details"):
        folded.attrs["open"] = ""
    for each in article.css("*"):
        _rename(each, slug)
    for link in article.css("a[href]"):
        _lead(link, page, slugs, address)
    for picture in article.css("img[src]"):
        _bring(picture, page)
    return Chapter(slug, _title(article) or slug, article.inner_html or "")


def _title(article: Node) -> str:
    """Return the heading without the link to itself."""
    for heading in article.css("h1"):
        links = [link.text() for link in heading.css(".headerlink")]
        return heading.text().removesuffix("".join(links)).strip()
    return ""


def _name_blocks(article: Node, page: Page) -> None:
    """Write above each block of a tabbed set what its tab says."""
    names: deque[str] = deque()
    for part in article.css(".tabbed-labels label, .tabbed-block"):
        if part.tag == "label":
            names.append(part.inner_html or "")
        else:
            named = element(page, "p", {"class": "tab"})
            named.inner_html = names.popleft()
            put_first(named, part)


def _rename(each: Node, slug: str) -> None:
    """Put the name of the page in front of ids, and of what refers to them."""
    for name, value in each.attributes.items():
        if value and name in IDS:
            ids = " ".join(f"{slug}--{part}" for part in value.split())
            each.attrs[name] = ids
        elif value and "url(#" in value:
            each.attrs[name] = value.replace("url(#", f"url(#{slug}--")
        elif value and name == "xlink:href" and value.startswith("#"):
            each.attrs[name] = f"#{slug}--{value[1:]}"


def _lead(link: Node, page: Page, slugs: Sequence[str], address: str) -> None:
    """Let a link lead within the document, or to where the site is."""
    written = link.attributes["href"] or ""
    target = page.target(written)
    if target is None:
        return
    anchor = written.partition("#")[2]
    slug = target.rstrip("/")
    if slug in slugs:
        link.attrs["href"] = f"#{slug}--{anchor}" if anchor else f"#{slug}"
    elif address:
        link.attrs["href"] = f"{address}{target}"
    else:
        del link.attrs["href"]


def _bring(picture: Node, page: Page) -> None:
    """Let a picture be found from the root of the site."""
    written = picture.attributes["src"] or ""
    target = page.target(written)
    if target is not None:
        kind = "".join(written.partition("#")[1:])  # such as #only-light
        picture.attrs["src"] = f"{quote(target)}{kind}"


def document(book: Book, numbers: Mapping[str, int]) -> str:
    """Return the whole document as HTML.

    Parameters
    ----------
    book : Book
        What it consists of.
    numbers : mapping of str to int
        The page that each chapter begins on, for the contents; what is not
        known yet takes as much room.
    """
    links = "".join(
        f'<link rel="stylesheet" href="{sheet}">' for sheet in book.sheets
    )
    entries = "".join(
        f'<li><a href="#{part.slug}">{html.escape(part.title)}</a>'
        f"<span>{numbers.get(part.slug, UNKNOWN)}</span></li>"
        for part in book.chapters
    )
    bodies = "".join(
        f'<section class="chapter" id="{part.slug}">{part.body}</section>'
        for part in book.chapters
    )
    said = (
        f'<div class="cover">{book.cover}</div>'
        f'<nav class="contents-of-book"><ol>{entries}</ol></nav>{bodies}'
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{html.escape(book.title)}</title>"
        f"{links}<style>{book.style}</style></head>"
        f"{book.frame.format(said)}</html>"
    )


def numbers_of(
    outline: Sequence[tuple[int, str, int]], parts: Sequence[Chapter]
) -> Mapping[str, int]:
    """Return the page on which each chapter begins, from 1."""
    starts = [page for level, _, page in outline if level == 0]
    slugs = [part.slug for part in parts]
    return dict(zip(slugs, starts, strict=True))
