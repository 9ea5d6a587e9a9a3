"""What is left over of Markdown, TeX and macros that were not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class LeftOver:
    """What no reader should see, how it looks, and what helps."""

    what: str
    pattern: re.Pattern[str]
    remedy: str


# Without one of these, code is not taken for anything else.
_SIGNS = re.compile(
    r"[\\$`~{}\[\]#]|!!!|\?\?\?|===|///|8<|\*\*|%%|<!--|-->|:::"
)
_IN_TEX = (
    r"[^$]*[\\^_{}=+<>|*/][^$]*|\s*[A-Za-z]'?\s*"
    r"|\s*[\u0370-\u03ff]\s*|\s+[\d.,]+\s+"
)
LEFT_OVERS = (
    LeftOver(
        "a formula was not understood",
        re.compile(
            rf"\$\$|\\[\[\](){{}}]|\\[A-Za-z]{{2,}}|\$(?:{_IN_TEX})\$"
            r"|\$[A-Za-z\\]|[_^]\{"  # no other sign ends or begins it
            r"|\A\s*\$\s*\Z"  # the cell that a bar within a formula has cut
        ),
        "leave an empty line before and after '$$' and none within, no blank "
        "after '$' or before it, a bar in a table as \\mid or \\lvert, and "
        "formulas in Markdown, not in HTML; or write what is none as code",
    ),
    LeftOver(
        "a macro was not understood",
        re.compile(r"\{\{|\}\}|\{%|%\}"),
        "close what begins with '{{' or '{%', and write it in Markdown",
    ),
    LeftOver(
        "a comment or a link of another dialect was not understood",
        re.compile(
            r"\{#(?!\w+\}).*?#\}|\[\[\w[^\]]*\]\]|<!--|-->|%%"
            r"|\[![A-Za-z]+\]|(?:^|\n):::"
        ),
        "write <!-- a comment -->, [words](address) and !!! note",
    ),
    LeftOver(
        "code was not understood",
        re.compile(
            r"[^\n]\n {4,}(?:import \w|from [\w.]+ import |print\(|def \w"
            r"|assert |for \w.*:(?=\n)"
            r"|[A-Za-z_][\w.\[\]]*(?:, \w+)* [-+*/@]?= ?\S)"
        ),
        "leave an empty line before it, or write it as a fence",
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
        re.compile(r"\]\([^)\s]*\)|\[\^[^\]\s]+\]|\]\["),
        "write [words](address) on one line, in Markdown; explain a footnote",
    ),
    LeftOver(
        "a list, a table or a heading was not understood",
        re.compile(
            r"\n *(?:[-*+]|\d{1,2}[.)]) |\n[ |]*:?-{2,}:? *\|"
            r"|(?:^|\n)\s*#{1,6} "
        ),
        "leave an empty line before it, and let none of HTML be around it",
    ),
    LeftOver(
        "an emphasis or a code was not understood",
        re.compile(r"\*\*|`"),
        "close it in the same paragraph, with nothing of HTML around it",
    ),
    LeftOver(
        "an attribute list was not understood",
        re.compile(r"\{:?\s*[.#][A-Za-z][\w-]*[^{}]*\}"),
        "let it follow at once what it is about: `word`{ .class }",
    ),
)


def left_over(
    text: str, code: Sequence[str] = (), around: str = ""
) -> Iterator[tuple[LeftOver, re.Match[str]]]:
    """Yield the first of each kind that is left over in a text.

    Parameters
    ----------
    text : str
        What a reader sees.
    code : sequence of str
        What may stand in it as code, without blanks, the longest first; see
        `pieces`. It is struck out where nothing else tells it apart.
    around : str
        What the text is a line of, for code may go on in the next one.
    """
    for kind in LEFT_OVERS:
        found = kind.pattern.search(text)
        if found and code:
            rest = _without(code, _squeezed(text), _squeezed(around or text))
            matches = kind.pattern.finditer(text)
            kept = (m for m in matches if _squeezed(m[0]) in rest)
            found = next(kept, None)
        if found:
            yield kind, found


def pieces(code: Iterable[str]) -> list[str]:
    """Return code as `left_over` strikes it out, line by line."""
    lines = {_squeezed(line) for text in code for line in text.splitlines()}
    return sorted(filter(_SIGNS.search, lines), key=len, reverse=True)


def _without(code: Sequence[str], line: str, around: str) -> str:
    for piece in code:
        if line in piece:  # it did not fit
            return ""
        around = around.replace(piece, " ")
    return around


def _squeezed(text: str) -> str:
    return "".join(text.split())
