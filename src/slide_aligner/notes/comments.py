"""What an author hides from the reader: comments, in whatever dialect.

A comment is emptied and not cut out, so that lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BOX = r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*"
# How each comment opens, and how it closes.
_COMMENTS = {
    "html": ("<!--", "-->|(?P<again><!--)"),  # a second one opens: no comment
    "percent": (r"(?<![\d\\])%%", "%%"),  # Obsidian; 100%% is printf
    "jinja": (r"\{#(?=[-\s])", r"#\}"),
    "liquid": (r"\{%-?\s*comment\b[^%}]*%\}", r"\{%-?\s*endcomment\s*-?%\}"),
    "hugo": (
        r"\{\{[<%]\s*comment\s*[%>]\}\}",
        r"\{\{[<%]\s*/\s*comment\s*[%>]\}\}",
    ),
    "mdx": (r"\{/\*", r"\*/\s*\}"),
    "critic": (r"\{>>", r"<<\}"),
    "latex": (r"^[ \t]*\\begin\{comment\}", r"\\end\{comment\}"),
    "logseq": (r"^[ \t]*#\+begin_comment\b", r"#\+end_comment\b[^\n]*"),
}
_CLOSING = {
    kind: re.compile(closing, re.IGNORECASE)
    for kind, (_, closing) in _COMMENTS.items()
}
_OPENING = "|".join(
    f"(?P<{kind}>{opening})" for kind, (opening, _) in _COMMENTS.items()
)
# A line of MyST or Pandoc, unless a number was broken off its per cent.
_LINE = r"(?P<line>(?<!\d\n)^ {0,3}%(?=[ \t\n]|\Z)[^\n]*)"
_ANY = re.compile(f"{_OPENING}|{_LINE}", re.MULTILINE | re.IGNORECASE)
_SIGN = re.compile(
    rf"(?P<fence>^{_BOX}(?:`{{3,}}(?=[^`\n]*$)|~{{3,}}))"
    rf"|{_OPENING}|{_LINE}"
    r"|(?P<code>`+)|(?P<dollars>\$\$)|(?P<square>\\\[)|(?P<escaped>\\.)",
    re.MULTILINE | re.IGNORECASE,
)
_FORMULA_ENDS = {"dollars": re.compile(r"\$\$"), "square": re.compile(r"\\\]")}
_BLANK_LINE = re.compile(r"\n[ \t>]*(?=\n|\Z)")
# Words end with their paragraph, where a heading, a list or a fence begins.
_NEXT_BLOCK = re.compile(r"\n[ \t>]*(?=\n|\Z|[#=~*+-]|```)")
_SIGN_OF_A_BLOCK = re.compile(r"[ \t]*(?=[#=-])")


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Find what is hidden.

    What stands in code or in a formula hides nothing, and neither does a
    comment that is never closed; but what a line of two per cent signs
    alone opens goes on to the end.

    Parameters
    ----------
    text : str
        Markdown with line feeds alone, without front matter.

    Yields
    ------
    tuple of int
        Where a comment begins and ends.
    """
    if _ANY.search(text):
        yield from _Scan(text).comments()


def without_comments(text: str) -> str:
    """Empty the comments of Markdown; line numbers stay.

    Comments of HTML on one line are left to the parser, since the aligner's
    own marks are among them.
    """
    parts, end = [], 0
    for start, stop in comments(text):
        line_feeds = text.count("\n", start, stop)
        if line_feeds or not text.startswith("<!--", start):
            parts += [text[end:start], "\n" * line_feeds]
            end = stop
            behind = _SIGN_OF_A_BLOCK.match(text, stop)
            if behind:  # no heading: the line begins with the comment
                parts.append(f"{behind[0]}\\")
                end = behind.end()
    return "".join([*parts, text[end:]])


def lines_in_comments(text: str) -> Iterator[int]:
    """Yield the lines behind whose end a comment goes on, from 0."""
    line = end = 0
    for start, stop in comments(text):
        line += text.count("\n", end, start)
        last = line + text.count("\n", start, stop)
        yield from range(line, last)
        line, end = last, stop


class _Scan:
    """One way through a text, in linear time.

    What was searched for in vain is not searched for again.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = {_BLANK_LINE: -1, _NEXT_BLOCK: -1}
        self._in_vain: dict[re.Pattern[str], int] = {}

    def comments(self) -> Iterator[tuple[int, int]]:
        end = 0
        while (sign := _SIGN.search(self._text, end)) is not None:
            kind = sign.lastgroup or ""
            hides = kind == "line" or kind in _COMMENTS
            closed = self._closed(kind, sign)
            end = sign.end() if closed is None else closed
            if hides and closed is not None:
                yield sign.start(), end

    def _closed(self, kind: str, sign: re.Match[str]) -> int | None:
        """Return where ends what a sign opens; None if it opens nothing."""
        if kind in {"line", "escaped"}:
            return sign.end()
        if kind == "fence":
            return self._fence_end(sign)
        if kind == "percent":
            return self._percent_end(sign)
        if kind in _COMMENTS:
            # <!--> is a comment already
            start = sign.start() + 2 if kind == "html" else sign.end()
            return self._found(_CLOSING[kind], start, len(self._text))
        if kind in _FORMULA_ENDS:
            before = self._end(_BLANK_LINE, sign.end())
            return self._found(_FORMULA_ENDS[kind], sign.end(), before)
        closing = re.compile(rf"(?<!`){sign[0]}(?!`)")
        return self._in_words(closing, sign.end())

    def _fence_end(self, sign: re.Match[str]) -> int:
        mark = sign[0][-1]
        least = len(sign[0]) - len(sign[0].rstrip(mark))
        closing = re.compile(
            rf"^[ \t>]*{mark}{{{least},}}[ \t]*$", re.MULTILINE
        )
        end = closing.search(self._text, sign.end())
        return end.end() if end else len(self._text)

    def _percent_end(self, sign: re.Match[str]) -> int | None:
        at = sign.start()
        before = self._text[max(at - 2, 0) : at]
        if before[-1:].strip() or before[:1].isdigit():
            return self._in_words(_CLOSING["percent"], sign.end())
        whole = len(self._text)
        closed = self._found(_CLOSING["percent"], sign.end(), whole)
        return self._line_end(sign) if closed is None else closed

    def _line_end(self, sign: re.Match[str]) -> int | None:
        """Close what nothing closes: a line alone, or else all."""
        first = self._text.rfind("\n", 0, sign.start()) + 1
        last = self._text.find("\n", sign.end())
        last = len(self._text) if last < 0 else last
        if self._text[first : sign.start()].strip(" \t>"):
            return None
        alone = not self._text[sign.end() : last].strip()
        return len(self._text) if alone else last

    def _in_words(self, closing: re.Pattern[str], start: int) -> int | None:
        return self._found(closing, start, self._end(_NEXT_BLOCK, start))

    def _end(self, kind: re.Pattern[str], start: int) -> int:
        """Return where ends what goes on at a place."""
        if start > self._ends[kind]:
            end = kind.search(self._text, start)
            self._ends[kind] = end.start() if end else len(self._text)
        return self._ends[kind]

    def _found(
        self, closing: re.Pattern[str], start: int, before: int
    ) -> int | None:
        if before <= self._in_vain.get(closing, -1):
            return None
        end = closing.search(self._text, start, before)
        if end is None:
            self._in_vain[closing] = before
            return None
        return None if end.groupdict().get("again") else end.end()
