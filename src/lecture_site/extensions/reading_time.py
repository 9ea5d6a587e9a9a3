"""A Markdown extension: a page says at its top how long it takes to read.

The core of a page is what stands outside of folded boxes and sections; of
the tabs of a set it has the first. How minutes are computed is told to
readers on the page "How this site is checked".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from selectolax.lexbor import LexborHTMLParser

WORDS_PER_MINUTE = 238  # Brysbaert 2019, doi:10.1016/j.jml.2019.104047
SECONDS_A_FORMULA = 20  # one that stands by itself
SECONDS_A_FIGURE = 20
SECONDS_A_LINE = 3  # of code, or of what it prints
TAUGHT = 'id="check-yourself"'  # only pages that teach ask questions
_HEADING = "</h1>"
_REFERENCES = '<h2 id="references"'
_NOT_CORE = "details, .tabbed-block:not(:first-child)"
_UNREAD = ".headerlink, .slide-card, script, style, svg, .live"


@dataclass(frozen=True)
class Amount:
    """How much there is to read.

    Parameters
    ----------
    words : int
        Words of the text; a formula within a line is one.
    formulas, figures, lines : int
        Displayed formulas, figures, and lines of listings and outputs.
    """

    words: int
    formulas: int
    figures: int
    lines: int

    @property
    def minutes(self) -> int:
        """Minutes that it takes to read, at least one."""
        seconds = (
            self.words * 60 / WORDS_PER_MINUTE
            + self.formulas * SECONDS_A_FORMULA
            + self.figures * SECONDS_A_FIGURE
            + self.lines * SECONDS_A_LINE
        )
        return max(1, round(seconds / 60))


def amounts(html: str) -> tuple[Amount, Amount]:
    """Return how much the core of a page has, and the whole page.

    Parameters
    ----------
    html : str
        What the page says. Its list of references is not counted.
    """
    tree = LexborHTMLParser(html.partition(_REFERENCES)[0])
    core = tree.clone()
    for folded in core.css(_NOT_CORE):
        folded.decompose()
    return _amount(core), _amount(tree)


def _amount(tree: LexborHTMLParser) -> Amount:
    figures = len(tree.css(".drawing"))
    formulas = len(tree.css(".formula--display"))
    listed = [pre.text().strip("\n") for pre in tree.css("pre")]
    lines = sum(len(text.split("\n")) for text in listed)
    for within in tree.css(".formula:not(.formula--display)"):
        within.replace_with("x")
    for seen in tree.css(f"{_UNREAD}, .formula--display, pre"):
        seen.decompose()
    body = tree.body
    words = body.text(separator=" ").split() if body else []
    return Amount(len(words), formulas, figures, lines)


class _ReadingTime(Postprocessor):
    def run(self, text: str) -> str:
        if TAUGHT not in text:
            return text
        core, whole = (amount.minutes for amount in amounts(text))
        before, heading, after = text.partition(_HEADING)
        unit = "minute" if core == 1 else "minutes"
        said = f"Reading time: about {core} {unit} for the core"
        if whole > core:
            said += f", {whole} with all that is folded"
        told = f'\n<p class="reading-time">{said}.</p>' if heading else ""
        return f"{before}{heading}{told}{after}"


class ReadingTimeExtension(Extension):
    """Tells the reading time below the title of a page that teaches."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register last, when formulas and listings are in their places."""
        md.postprocessors.register(_ReadingTime(md), "lecture-minutes", 1)


def makeExtension(**options: Any) -> ReadingTimeExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return ReadingTimeExtension(**options)
