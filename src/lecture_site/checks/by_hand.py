"""What only the lecture's code may bring, and an author has typed by hand.

Scripts, pictures, numbers, and what only looks as if it had been measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from lecture_site.basics.json_files import read_cache
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.targets import read_entries
from lecture_site.basics.theme import Theme
from lecture_site.checks.words import attributes, blocks, in_the_head
from lecture_site.extensions.typed_html import forged
from lecture_site.extensions.typed_numbers import (
    NO_RESULTS,
    OTHERS,
    REMEDY,
    typed_results,
)
from lecture_site.finishing.page import Node, Page
from lecture_site.finishing.security.content_security_policy import (
    inline_scripts,
)

QUOTED = "measured"  # the class of a quoted measurement
_PICTURES = (
    "img, svg, picture, canvas, video, audio, object, iframe, embed, "
    "input[type=image], [style*='url(' i]"
)
# Figures, what a script draws of tested data, slides.
_DRAWN = {"drawing", "live", "slide-card", "slide-entry"}
_DRAW_IT = (
    "draw it by a function of src/lecture_figures and show it as "
    "![](figures/page/function.svg); or say beside it why it is none: "
    '{ data-not-drawn="a photograph, by ..." }'
)
_LOADING = (
    "img[src], source[src], video[src], audio[src], iframe[src], embed[src], "
    "object[data]"
)
_WHERE_IT_LIES = "write where it lies in docs/, seen from the built page"
_RUNS = re.compile(r"\s*(?:javascript|vbscript|data:text/html|file):", re.I)
# A page sends nobody and nothing away, and looks like the others.
_OF_A_SITE = "meta, base, form, link, style, meter, progress"
_NOT_HERE = "take it out: a page has words, code, formulas and pictures"
_LISTINGS = "pre, samp, code[class*=language-]"
_SHOWN = {"highlight", "listing-note"}  # by the fences
_DIRECTIVE = re.compile(r"\s*\{[\w+-]+\}.*\n")  # a fence of MyST or Quarto
_AS_A_FENCE = "write it as a fence, or as a file under snippets/ to be run"
_NO_SCRIPT = (
    "put it into a file under docs/assets/ and name it in the front matter: "
    "script: assets/name.js"
)
Found = tuple[str, str, str]  # what, a text that is near, what helps


def by_hand(
    page: Page, project: Project, theme: Theme, source: str
) -> Iterator[Found]:
    """Yield what was typed by hand.

    Parameters
    ----------
    page : Page
        The finished page.
    project : Project
        The checkout, whose records say what was measured.
    theme : Theme
        What the page was made with.
    source : str
        The file that it is written in.

    Yields
    ------
    tuple of str
        What is wrong, a text that stands there in the source, what helps.
    """
    for code in _code_by_hand(page, project, source):
        what = f"a page may bring no script of its own: {code[:60]}"
        yield what, code[:30].partition("\n")[0], _NO_SCRIPT
    for element in page.tree.css(f"{theme.article} :is({_OF_A_SITE})"):
        tag = f"<{element.tag}>"
        yield f"a page may have no {tag}", f"<{element.tag}", _NOT_HERE
    for listing in _code_in_html(page, theme.article):
        near = listing.strip().partition("\n")[0]
        yield f"this code has not been run: {near}", near, _AS_A_FENCE
    for picture in _pictures_by_hand(page, theme):
        name = picture.attributes.get("src") or picture.tag or ""
        what = f"no code of the lecture drew this picture: {name}"
        yield what, name.rpartition("/")[2], _DRAW_IT
    for address in _missing(page, theme.article, project):
        what = f"the picture '{address}' is not there"
        yield what, address.rpartition("/")[2], _WHERE_IT_LIES
    for link in _empty_links(page, theme.article):
        address = link.attributes["href"] or ""
        near = address.rpartition("/")[2]
        yield f"a link has no words: {address}", near, "write what it leads to"
    for name, line in forged(_written(project, source)):
        yield f"only a macro gives the class '{name}'", line, REMEDY
    for told in _forged(page, theme.article, project):
        what = f"{told} is marked as measured, and that was not measured"
        yield what, told, REMEDY
    for number in _typed(page, theme.article, source):
        yield f"the number {number} is typed by hand", number, REMEDY


def _written(project: Project, source: str) -> str:
    path = project.root / source
    return read_source(path) if path.suffix == ".md" and path.exists() else ""


def _code_by_hand(page: Page, project: Project, source: str) -> Iterator[str]:
    """Yield scripts that an author has typed, into the page or a name."""
    files = (project.root / source, project.root / "mkdocs.yml")
    written = [read_source(path) for path in files if path.exists()]
    for script in inline_scripts(page):
        code = script.strip()
        if any(code and code in text for text in written):
            yield code
    for element in page.tree.css("*"):
        for name, value in element.attributes.items():
            if name.startswith("on") or _RUNS.match(value or ""):
                yield f'{name}="{value}"'


def _code_in_html(page: Page, article: str) -> Iterator[str]:
    """Yield what looks like a listing and came past the fences."""
    for code in page.tree.css(f"{article} :is({_LISTINGS})"):
        around = {c for node in _around_it(code) for c in _classes(node)}
        if around.isdisjoint(_SHOWN):
            yield code.text()
    for code in page.tree.css(f"{article} code:not(pre code)"):
        if _DIRECTIVE.match(code.text()):
            yield code.text()


def _pictures_by_hand(page: Page, theme: Theme) -> Iterator[Node]:
    """Yield pictures that are no figure and no slide, and have no excuse."""
    for main in page.tree.css(theme.article):
        for picture in main.css(_PICTURES):
            around = list(_around_it(picture))
            classes = {c for n in around for c in _classes(n)}
            excused = any("data-not-drawn" in n.attributes for n in around)
            if not excused and classes.isdisjoint(_DRAWN.union(theme.icons)):
                yield picture


def _missing(page: Page, article: str, project: Project) -> Iterator[str]:
    """Yield the addresses of pictures that nobody would see."""
    for picture in page.tree.css(f"{article} :is({_LOADING})"):
        given = picture.attributes
        address = given.get("src") or given.get("data") or ""
        file = page.target(address)
        if file is not None and not (project.docs / file).is_file():
            yield address


def _around_it(node: Node | None) -> Iterator[Node]:
    while node is not None and node.tag != "body":
        yield node
        node = node.parent


def _classes(node: Node) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _empty_links(page: Page, article: str) -> Iterator[Node]:
    for link in page.tree.css(f"{article} a[href]"):
        said = link.text().strip() or link.attributes.get("aria-label")
        if not said and not link.css_first("img, svg, math"):
            yield link


def _forged(page: Page, article: str, project: Project) -> Iterator[str]:
    """Yield what only looks like a quoted measurement."""
    entries: dict[str, Any] = read_entries(project.measured)
    counted = _counted(project)
    for element in page.tree.css(f"{article} .{QUOTED}"):
        name = (element.attributes.get("href") or "").partition("#")[2]
        entry, text = entries.get(name, {}), element.text()
        quoted = (entry.get("shown"), " to ".join(entry.get("spread", ())))
        if text not in (quoted if name in entries else counted):
            yield text


def _counted(project: Project) -> frozenset[str]:
    """Return the numbers that the build has counted, as pages quote them."""
    path = project.verified
    return _counted_in(path, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=1)
def _counted_in(path: Path, _modified: int) -> frozenset[str]:
    """Read a file once, though every page is held to it."""
    return frozenset(map(str, _numbers(read_cache(path, dict))))


def _numbers(facts: Any) -> Iterator[int]:
    """Yield what the build has counted, and how many there are of each."""
    if isinstance(facts, int):
        yield facts
    elif isinstance(facts, dict | list):
        yield len(facts)
        for each in facts.values() if isinstance(facts, dict) else facts:
            yield from _numbers(each)


def _typed(page: Page, article: str, source: str) -> Iterator[str]:
    """Yield the results that only a measurement may state."""
    if source in NO_RESULTS:
        return
    for main in page.tree.css(article):
        others = (*OTHERS, "checked")
        for text in (*blocks(main, others), *attributes(main, others)):
            yield from typed_results(text)
    for text in in_the_head(page):
        yield from typed_results(text)
