"""Reads a page's Markdown as headings, prose, boxes and fences.

Only what a notebook takes over is told apart: a paragraph with the formulas
and tables that follow it, a box (admonition or tab) with what is in it, a
fence with the line that the page reader noted. The rest is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lecture_site.extensions.fence_lines import LINE_MARK, without_notes

_FENCE = re.compile(r"^\s*(?:[-*+]\s+|\d+\.\s+)*(`{3,}|~{3,})([^`]*)$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_BOX = re.compile(r'^(===|!!!|\?\?\?)[!+]?\s+([\w -]*?)\s*(?:"(.*)")?\s*$')
_CAPTION = re.compile(r"^\s*///\s*\S")
_COMMENT = re.compile(r"^\s*<!--")
_MORE = re.compile(r"^\s*(\$\$|\|)")  # a formula or a table
_NO_PROSE = re.compile(r"^(\s{4}|[-*+]\s|\d+\.\s|[|>]|<|!\[|:\s|\{|\*\[)")


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1 to 6 and its text."""

    level: int
    text: str


@dataclass(frozen=True)
class Prose:
    """A paragraph with the formulas and tables that follow it."""

    text: str


@dataclass(frozen=True)
class Fence:
    """A fence, known by the line of the page that it opens at."""

    line: int


@dataclass(frozen=True)
class Box:
    """An admonition, a closed box or a tab, with all that is in it."""

    kind: str
    title: str
    parts: tuple[Part, ...]

    @property
    def fences(self) -> Iterator[Fence]:
        """All fences inside, however deep."""
        for part in self.parts:
            if isinstance(part, Box):
                yield from part.fences
            elif isinstance(part, Fence):
                yield part


Part = Heading | Prose | Fence | Box


def outline(markdown: str) -> tuple[Part, ...]:
    """Return the parts of a page whose fences have their lines noted."""
    return tuple(_parts(markdown.split("\n")))


def headings(parts: Sequence[Part]) -> Iterator[Heading]:
    """Yield all headings, those in boxes too."""
    for part in parts:
        if isinstance(part, Heading):
            yield part
        elif isinstance(part, Box):
            yield from headings(part.parts)


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    start = 0
    while start < len(lines):
        end, part = _read(lines, start)
        if part is not None:
            yield part
        start = end


def _read(lines: Sequence[str], start: int) -> tuple[int, Part | None]:
    """Return what begins at a line, and the line after it."""
    line = lines[start]
    if not line.strip():
        return start + 1, None
    if fence := _FENCE.match(line):
        noted = LINE_MARK.search(fence[2])
        end = _after(lines, start, rf"\s*{fence[1]}+\s*$")
        return end, Fence(int(noted[1])) if noted else None
    if box := _BOX.match(line):
        return _box(lines, start, box)
    if _CAPTION.match(line):
        return _after(lines, start, r"\s*///\s*$"), None
    if _COMMENT.match(line):
        return _after(lines, start - 1, r".*-->"), None
    if heading := _HEADING.match(line):
        return start + 1, Heading(len(heading[1]), heading[2])
    return _paragraph(lines, start)


def _after(lines: Sequence[str], start: int, closing: str) -> int:
    """Return the line after the first one that closes what has begun."""
    for number in range(start + 1, len(lines)):
        if re.match(closing, lines[number]):
            return number + 1
    return len(lines)


def _box(
    lines: Sequence[str], start: int, opening: re.Match[str]
) -> tuple[int, Box]:
    end = start + 1
    while end < len(lines) and re.match(r"\s{4}|\s*$", lines[end]):
        end += 1
    sign, kind, title = opening.groups()
    inside = [line[4:] for line in lines[start + 1 : end]]
    kind = "tab" if sign == "===" else kind.partition(" ")[0]
    title = (title or kind.capitalize()).replace('\\"', '"')
    return end, Box(kind, title, tuple(_parts(inside)))


def _paragraph(lines: Sequence[str], start: int) -> tuple[int, Prose | None]:
    end = _end_of_paragraph(lines, start)
    if _NO_PROSE.match(lines[start]) or _MORE.match(lines[start]):
        return end, None
    texts = ["\n".join(lines[start:end])]
    while True:
        after = next(
            (n for n in range(end, len(lines)) if lines[n].strip()), end
        )
        if after == len(lines) or not _MORE.match(lines[after]):
            return end, Prose(without_notes("\n\n".join(texts)))
        end = _end_of_paragraph(lines, after)
        texts.append("\n".join(lines[after:end]))


def _end_of_paragraph(lines: Sequence[str], start: int) -> int:
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not line.strip() or _CAPTION.match(line) or _FENCE.match(line):
            return number
    return len(lines)
