"""A finished page as its reader meets it, wherever its words come from.

What Markdown, formulas, macros and includes leave behind when they were not
understood is plain text, and so is a number that was typed into raw HTML. No
rule about sources finds all ways to write such a thing; the page shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.extensions.typed_numbers import (
    NO_RESULTS,
    OTHERS,
    REMEDY,
    SILENT,
    typed_results,
)
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node, Page

_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd"),
    *("details", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
    *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "tr", "ul", "br"),
}
_WORD = re.compile(r"[A-Za-z]{3,}")
_TOLD = ("alt", "title", "aria-label")  # attributes that are read out
_FOR_THE_HEAD = (
    "begin the page with a title and a description in words alone: ---, "
    "title: ..., description: ..., ---"
)
_NOT_PROSE = {*SILENT, "samp", "annotation", "button"}


@dataclass(frozen=True)
class LeftOver:
    """What no reader should see, how it looks, and what helps."""

    what: str
    pattern: re.Pattern[str]
    remedy: str


_IN_TEX = r"[^$]*[\\^_{}=+<>|*/][^$]*|\s*[A-Za-z]'?\s*"
LEFT_OVERS = (
    LeftOver(
        "a formula was not understood",
        re.compile(
            rf"\$\$|\\[\[\](){{}}]|\\[A-Za-z]{{2,}}|\$(?:{_IN_TEX})\$",
        ),
        "leave an empty line before and after '$$' and none within, no blank "
        "after '$' or before it, and write formulas in Markdown, not in HTML",
    ),
    LeftOver(
        "a macro was not understood",
        re.compile(r"\{\{|\}\}|\{%|%\}"),
        "close what begins with '{{' or '{%', and write it in Markdown",
    ),
    LeftOver(
        "an include was not understood",
        re.compile(r"-+8<-+"),
        'let --8<-- "page/file.py" stand alone on its line, in a fence',
    ),
    LeftOver(
        "a fence was not understood",
        re.compile(r"`{3,}|~{3,}"),
        "close it with as many marks as it begins with, at the same "
        'indentation, and write its options as name="value"',
    ),
    LeftOver(
        "a box or a caption was not understood",
        re.compile(r"(?:^|\n)\s*(?:!!!|\?\?\?\+?|===|///)(?:\s|$)"),
        "leave an empty line before it, and indent what stands in it",
    ),
    LeftOver(
        "a link or a footnote was not understood",
        re.compile(r"\]\([^)\s]*\)|\[\^[^\]\s]+\]"),
        "write [words](address) on one line, in Markdown; explain a footnote",
    ),
    LeftOver(
        "an attribute list was not understood",
        re.compile(r"\{:?\s*[.#][A-Za-z][\w-]*[^{}]*\}"),
        "let it follow at once what it is about: `word`{ .class }",
    ),
)


def refuse_what_nobody_should_read(project: Project, site: BuiltSite) -> None:
    """Raise the first problem of any page.

    Raises
    ------
    ProblemError
        With the page's source and the line where the text stands.
    """
    for page in site.to_read:
        for problem in problems_of(page, project, site.theme.article):
            raise ProblemError(problem)


def problems_of(
    page: Page, project: Project, article: str
) -> Iterator[Problem]:
    """Yield what no reader of a page should see.

    Parameters
    ----------
    page : Page
        The finished page.
    project : Project
        The checkout, whose sources are searched for the text.
    article : str
        Selector of what a page says.
    """
    source = source_of(page, project)
    if not source:
        return
    for text, remedy in said_by(page, article):
        for kind in LEFT_OVERS:
            if found := kind.pattern.search(text):
                what = f"{kind.what}: {_around(text, found)}"
                line = _line(project.root / source, text, found)
                yield Problem(what, remedy or kind.remedy, source, line)
    for number in _typed(page, article, source):
        what = f"the number {number} is typed by hand"
        line = line_of(project.root / source, number)
        yield Problem(what, REMEDY, source, line)


def source_of(page: Page, project: Project) -> str:
    """Return the file that a page is written in; empty if there is none."""
    name = page.address.rstrip("/") or "index"
    for path in (f"{name}.md", f"{name}/index.md", f"{name}.ipynb"):
        if (project.docs / path).is_file():
            return f"docs/{path}"
    return ""


def said_by(page: Page, article: str) -> Iterator[tuple[str, str]]:
    """Yield all that a page tells, block by block; code and formulas not.

    With what it says of itself comes what helps there.
    """
    for element in page.tree.css("head > title"):
        yield element.text(), _FOR_THE_HEAD
    yield page.meta("description"), _FOR_THE_HEAD
    for main in page.tree.css(article):
        for text in (*blocks(main), *_attributes(main)):
            yield text, ""


def _attributes(main: Node) -> Iterator[str]:
    for attribute in _TOLD:
        for element in main.css(f"[{attribute}]"):
            if not _is_silent(element):
                yield element.attributes[attribute] or ""


def blocks(main: Node, leaves_out: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the text of each block within an element, formulas left out."""
    text: list[str] = []
    for node in _visible(main, leaves_out):
        if node.tag in _BLOCKS:
            yield "".join(text)
            text = []
        elif node.is_text_node:
            text.append(node.text_content or "")
    yield "".join(text)


def _visible(within: Node, leaves_out: tuple[str, ...]) -> Iterator[Node]:
    for node in within.iter(include_text=True):
        if node.tag in _NOT_PROSE or _is_one_of(node, leaves_out):
            continue
        yield node
        yield from _visible(node, leaves_out)
        if node.tag in _BLOCKS:
            yield node  # what follows is another block


def _is_one_of(node: Node, classes: tuple[str, ...]) -> bool:
    if node.is_text_node or not classes:
        return False
    named = (node.attributes.get("class") or "").split()
    is_foreign = (node.attributes.get("href") or "").startswith("http")
    return is_foreign or not set(named).isdisjoint(classes)


def _is_silent(node: Node | None) -> bool:
    while node:
        if node.tag in _NOT_PROSE:
            return True
        node = node.parent
    return False


def _typed(page: Page, article: str, source: str) -> Iterator[str]:
    """Yield the results that only a measurement may state."""
    if source in NO_RESULTS:
        return
    for main in page.tree.css(article):
        for text in blocks(main, (*OTHERS, "checked")):
            yield from typed_results(text)


def _around(text: str, found: re.Match[str]) -> str:
    """Return what was found with the words around it, on one line."""
    near = text[max(found.start() - 20, 0) : found.end() + 20]
    return " ".join(near.split())


def _line(source: Path, text: str, found: re.Match[str]) -> int:
    """Return the line of a source where a text stands; 0 if none has it.

    What was found may stand in many, so a word beside it has to be near.
    """
    lines = source.read_text(encoding="utf-8").splitlines()
    first = found[0].strip().partition("\n")[0]
    places = [n for n, line in enumerate(lines) if first in line]
    before = _WORD.findall(text[: found.start()])[-2:]
    after = _WORD.findall(text[found.end() :])[:2]
    for place in places:
        near = " ".join(lines[max(place - 1, 0) : place + 2])
        if all(word in near for word in (*before, *after)):
            return place + 1
    return places[0] + 1 if places else 0
