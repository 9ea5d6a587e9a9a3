"""A Markdown extension: HTML that is typed into a page is whole and honest.

A ``</div>`` too many ends the article in a browser: what follows is outside
all that is checked, and outside the page's column. An element that is never
closed takes what follows for its own. And a class that only the build gives
would let a text pass for what was computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from lecture_site.extensions.fence_lines import without_fences
from lecture_site.extensions.page_context import (
    page_of,
    page_problem,
    problem_on_page,
)

_EMPTY = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link"),
    *("meta", "param", "source", "track", "wbr"),
}
# HTML closes these by itself.
_OPTIONAL = {
    *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot"),
    *("option", "optgroup", "colgroup", "rt", "rp", "body", "html", "head"),
}
_CODE = re.compile(r"(`+)[^`]+\1")
_OF_THE_BUILD = (
    r"(?:checked|drawing|formula|highlight|listing-note|of-the-code"
    r"|exercise|exercise__\w+)"
    r"(?:--\w+)*"
)
_OF_MACROS = r"(?:measured|slide-title)"


def _giving(classes: str) -> re.Pattern[str]:
    return re.compile(
        rf"""class\s*=\s*(["']?)(?:[^"'>]*\s)?(?P<html>{classes})(?=["'\s>])"""
        rf"|\{{:?[^{{}}]*\.(?P<list>{classes})(?=[\s}}])[^{{}}]*\}}",
        re.I,
    )


_PRETENDS, _FORGES = _giving(_OF_THE_BUILD), _giving(_OF_MACROS)


class _Elements(HTMLParser):
    """Finds the first tag that has no other one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.stray = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Pass over what closes itself."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self._may_stay_open():
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in _OPTIONAL and not self.stray:
            self.stray = f"</{tag}>"

    def _may_stay_open(self) -> bool:
        return self.open[-1] in _OPTIONAL


def unpaired(html: str) -> str:
    """Return the first tag that closes or opens nothing; empty if all do."""
    elements = _Elements()
    elements.feed(html)
    elements.close()
    left = (tag for tag in elements.open if tag not in _OPTIONAL)
    return elements.stray or next((f"<{tag}" for tag in left), "")


class _Whole(Postprocessor):
    def run(self, text: str) -> str:
        tag = unpaired(text)
        if tag:
            raise problem_on_page(
                self.md,
                f"the HTML is not whole: nothing belongs to '{tag}'",
                "close what is opened, in the same paragraph, and nothing "
                "else; or write it as code",
                tag,
            )
        return text


def refuse_pretence(lines: Iterable[str], page: str) -> None:
    """Raise for a line that gives a class of the build.

    Parameters
    ----------
    lines : iterable of str
        What somebody has typed.
    page : str
        The file that it stands in, from the root.

    Raises
    ------
    ProblemError
        With the line.
    """
    for line in lines:
        name = _given(_PRETENDS, line)
        if name:
            raise page_problem(
                page,
                f"only the build gives the class '{name}'",
                "take it out: it is for what the lecture's code has made",
                line,
            )


def _given(pattern: re.Pattern[str], line: str) -> str:
    found = pattern.search(_CODE.sub("", line))
    return (found["html"] or found["list"]) if found else ""


def forged(text: str) -> Iterator[tuple[str, str]]:
    """Yield the classes that a source has and only a macro gives.

    Parameters
    ----------
    text : str
        A page as it was written, before its macros.

    Yields
    ------
    tuple of str
        The class, and the line that gives it.
    """
    for line in without_fences(text.splitlines()):
        name = _given(_FORGES, line)
        if name:
            yield name, line


class _Honest(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        page = page_of(self.md)
        if not page.endswith(".ipynb"):  # whose cells were looked at alone
            refuse_pretence(lines, page)
        return lines


class TypedHtmlExtension(Extension):
    """Refuses HTML that is not whole, or looks like the build's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after the fences are found, and after all is put back."""
        md.preprocessors.register(_Honest(md), "lecture-honest-html", 23)
        md.postprocessors.register(_Whole(md), "lecture-whole-html", -10)


def makeExtension(**options: Any) -> TypedHtmlExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return TypedHtmlExtension(**options)
