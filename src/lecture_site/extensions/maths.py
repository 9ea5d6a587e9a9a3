"""A Markdown extension: TeX becomes MathML at build time, by Temml.

``pymdownx.arithmatex`` finds the formulas; this extension converts what it
found. A formula with an error ends the build.
"""

from __future__ import annotations

import atexit
import html
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from lecture_site.basics.node import NODE
from lecture_site.extensions.page_context import problem_on_page

CONVERTER = Path(__file__).parent / "temml" / "to_mathml.js"


class TexError(ValueError):
    """Raised for a formula that TeX would not accept."""


@cache
def to_mathml(tex: str, display: bool) -> str:
    """Convert a formula from TeX to MathML.

    Parameters
    ----------
    tex : str
        The formula without its delimiters.
    display : bool
        Whether it stands on a line of its own.

    Raises
    ------
    TexError
        If the formula has an error.
    """
    node = _converter()
    assert node.stdin is not None
    assert node.stdout is not None
    node.stdin.write(json.dumps({"tex": tex, "display": display}) + "\n")
    node.stdin.flush()
    answer = json.loads(node.stdout.readline())
    if "error" in answer:
        raise TexError(answer["error"].partition("\n")[0])
    mathml: str = answer["mathml"]
    return mathml


@cache
def _converter() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [NODE, CONVERTER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(_end, process)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    with process:
        process.kill()


class _ToMathml(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if "arithmatex" in element.get("class", "").split():
                self._convert(element)

    def _convert(self, element: Element) -> None:
        delimited = "".join(element.itertext()).strip()
        if element.tag == "div":  # arithmatex escapes blocks, no spans
            delimited = html.unescape(delimited)
        tex, display = delimited[2:-2].strip(), delimited.startswith("\\[")
        try:
            mathml = to_mathml(tex, display)
        except TexError as error:
            raise problem_on_page(
                self.md,
                f"the formula '{tex}' has an error: {error}",
                "correct the TeX; Temml's list of functions has what it knows",
                tex,
            ) from None
        tail = element.tail
        element.clear()
        element.tail = tail
        element.set(
            "class", "formula formula--display" if display else "formula"
        )
        if display:
            element.set("tabindex", "0")
        element.text = self.md.htmlStash.store(mathml)


class _NotFound(InlineProcessor):
    """A formula between brackets that arithmatex has passed over.

    Markdown would take the backslashes for escapes and drop them.
    """

    # Brackets around words are the author's own.
    FORMULA = r"\\\[((?:[^\\]|\\[^\]])*?[\\^_=+][^\n]*?)\\\]"

    def handleMatch(  # type: ignore[override] # noqa: N802
        self, m: re.Match[str], _data: str
    ) -> tuple[None, None, None]:
        raise problem_on_page(
            self.md,
            f"a formula was not understood: {m[0]}",
            "leave an empty line before and after it",
            m[0],
        )


class MathsExtension(Extension):
    """Converts the formulas that arithmatex found."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after the inline patterns, before the tree is printed."""
        # Before the escapes, which have priority 180.
        md.inlinePatterns.register(
            _NotFound(_NotFound.FORMULA, md), "lecture-lost-formulas", 185
        )
        md.treeprocessors.register(_ToMathml(md), "lecture-maths", 15)


def makeExtension(**options: Any) -> MathsExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return MathsExtension(**options)
