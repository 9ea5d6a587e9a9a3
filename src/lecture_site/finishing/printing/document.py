"""Makes one document of the built pages, to be printed as a book.

The pages are taken as the site shows them. Their ids get the name of their
page in front, so that they stay unlike each other; links between pages
become links within the document. What is folded or behind a tab is opened.
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# What the lecture's own pages refer to.
APPENDICES = (
    "notation",
    "glossary",
    "references",
    "how_this_site_is_checked",
)
UNKNOWN = 100  # a page number, as wide as most
IDS = ("id", "for", "name", "aria-labelledby", "aria-describedby")
BLOCK = '<div class="tabbed-block">'
TABS = re.compile(rf'<div class="tabbed-labels">(.*?)</div>|{BLOCK}', re.S)


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
    """

    title: str
    chapters: Sequence[Chapter]
    cover: str
    sheets: Sequence[str]
    style: str


def chapters(site: Path, slugs: Sequence[str], address: str) -> list[Chapter]:
    """Return the pages with these names, as chapters of one document.

    Parameters
    ----------
    site : Path
        The built site.
    slugs : sequence of str
        The chapters, in order.
    address : str
        Where the site is published, for links to what is not a chapter;
        without it these lose their target.
    """
    return [_chapter(site, slug, slugs, address) for slug in slugs]


def _chapter(
    site: Path, slug: str, slugs: Sequence[str], address: str
) -> Chapter:
    page = (site / slug / "index.html").read_text(encoding="utf-8")
    article = _article(page)
    article = article.replace("<details", "<details open")
    article = _with_labels(article)
    article = _rename_ids(article, slug)
    article = re.sub(
        r'(<a\b[^>]*?) href="([^"]*)"',
        lambda link: link[1] + _href(link[2], slug, slugs, address),
        article,
    )
    heading = re.search(r"<h1[^>]*>(.*?)<a class=\"headerlink", page, re.S)
    title = re.sub(r"<[^>]+>", "", heading[1]) if heading else slug
    return Chapter(slug, html.unescape(title).strip(), article)


def _article(page: str) -> str:
    start = page.index(">", page.index("<article")) + 1
    body = page[start : page.index("</article>")]
    body = re.sub(
        r'<p class="(code-of-page|checked)">.*?</p>', "", body, flags=re.S
    )
    return re.sub(r"<input[^>]*>", "", body)


def _with_labels(article: str) -> str:
    """Write above each block of a tabbed set what its tab says."""
    names: deque[str] = deque()

    def named(found: re.Match[str]) -> str:
        if found[0] == BLOCK:
            return f'{BLOCK}<p class="tab">{names.popleft()}</p>'
        names.extend(re.findall(r"<label[^>]*>(.*?)</label>", found[1], re.S))
        return ""

    return TABS.sub(named, article)


def _rename_ids(article: str, slug: str) -> str:
    names = "|".join(IDS)
    article = re.sub(
        rf'(<[^>]*?)\s({names})="([^"]*)"',
        rf'\1 \2="{slug}--\3"',
        article,
    )
    return re.sub(r'(url\(|xlink:href=")#', rf"\1#{slug}--", article)


def _href(target: str, slug: str, slugs: Sequence[str], address: str) -> str:
    if re.match(r"[a-z]+:", target):
        return f' href="{target}"'
    page, _, anchor = target.partition("#")
    name = page.removeprefix("../").strip("/") if page else slug
    if name in slugs:
        return f' href="#{name}--{anchor}"' if anchor else f' href="#{name}"'
    return f' href="{address}{page.removeprefix("../")}"' if address else ""


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
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{html.escape(book.title)}</title>"
        f"{links}<style>{book.style}</style></head>"
        '<body dir="ltr" data-md-color-scheme="default">'
        '<main class="md-content book"><div class="md-typeset">'
        f'<div class="cover">{book.cover}</div>'
        f'<nav class="contents-of-book"><ol>{entries}</ol></nav>'
        f"{bodies}</div></main></body></html>"
    )


def numbers_of(
    outline: Sequence[tuple[int, str, int]], parts: Sequence[Chapter]
) -> Mapping[str, int]:
    """Return the page on which each chapter begins, from 1."""
    starts = [page for level, _, page in outline if level == 0]
    slugs = [part.slug for part in parts]
    return dict(zip(slugs, starts, strict=True))
