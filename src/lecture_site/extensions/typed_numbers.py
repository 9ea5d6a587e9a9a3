"""A Markdown extension: no result is typed by hand.

In the prose a whole number of up to two digits and a year may be typed;
settings stand in formulas or in code. Everything else (decimals, per cent,
larger numbers) is a result and has to be quoted by name: a number typed by
hand ends the build.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from lecture_site.extensions.page_context import page_of, problem_on_page

STASHED = re.compile("\x02[^\x03]*\x03")
# Between digits: soft hyphens, joiners, marks of a direction or a form.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff]"
)
# No year is followed by what it would count.
YEAR = re.compile(r"\b(1[89]|20)\d\d(?:s\b|\b)(?!\s+[a-z]{3,}s\b)")
_DECIMAL = r"[\w.]*\d+[.,·٫．，]\d+\S*"
_SHARE = (
    r"\d+(?=[\s-]*"
    r"(?:%|‰|％|٪|per\s?cent|percent|pct\b|p\.\s?c\.|pp\b|×|fold\b))"
)
_OF = r"\d+(?=\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?\d\d)"
_IN_WORDS = (
    r"\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
    r"(?:-\w+)?(?=\s(?:per\s?cent|percent)\b)"
)
RESULT = re.compile(rf"{_DECIMAL}|{_SHARE}|{_OF}|{_IN_WORDS}|\d{{3,}}")
SILENT = {"code", "pre", "math", "script", "style", "svg", "kbd"}
NO_RESULTS = {"docs/changelog.md", "CHANGELOG.md"}  # its numbers are versions
# Computed, not ours, or words of the code, whose numbers are its settings.
OTHERS = (
    *("measured", "slide-title", "of-the-code"),
    *("exercise__choices", "exercise__solution"),
)
REMEDY = (
    'quote it: {{ measured("name") }}; or, if it is a setting and no result, '
    "write it as a formula or as code"
)


def typed_results(text: str) -> list[str]:
    """Return the numbers in a text that only a measurement may state."""
    text = text.replace(AMP_SUBSTITUTE, "&")  # before a letter's number
    seen = UNSEEN.sub("", STASHED.sub("", html.unescape(text)))
    prose = YEAR.sub("", seen)
    return [match[0] for match in RESULT.finditer(prose)]


class _Check(Treeprocessor):
    def run(self, root: Element) -> None:
        if page_of(self.md) in NO_RESULTS:
            return
        for text in self._texts(root):
            for number in typed_results(text):
                raise problem_on_page(
                    self.md,
                    f"the number {number} is typed by hand",
                    REMEDY,
                    number,
                )

    def _texts(self, element: Element) -> Iterator[str]:
        for block in element:
            if block.tag in SILENT or self._is_outside_the_prose(block):
                continue
            yield self._own_text(block)
            yield from self._texts(block)

    def _is_outside_the_prose(self, element: Element) -> bool:
        foreign = element.get("href", "").startswith("http")
        classes = set(element.get("class", "").split())
        return foreign or not classes.isdisjoint(OTHERS)

    def _own_text(self, element: Element) -> str:
        tails = (child.tail or "" for child in element)
        return f"{element.text or ''}{''.join(tails)}"


class ProseNumbersExtension(Extension):
    """Refuses results that are typed by hand."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after attribute lists, which mark what is quoted."""
        md.treeprocessors.register(_Check(md), "lecture-numbers", 6)


def makeExtension(**options: Any) -> ProseNumbersExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return ProseNumbersExtension(**options)
