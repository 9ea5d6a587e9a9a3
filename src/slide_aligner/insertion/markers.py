"""What the aligner inserts stands between markers that it knows again.

A block is two HTML comments with an image between them. The first carries a
checksum of the image, so that only what the aligner wrote, and nobody
changed, is ever removed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BEGIN = re.compile(r"<!-- slide-aligner: ([0-9a-f]{8}) -->[ \t]*")
_END = re.compile(r"<!-- /slide-aligner -->[ \t]*")
_ALIKE = re.compile(r"\ufeff?\s{0,3}<!--\s*/?slide-aligner\b")
_FENCE = re.compile(r"\ufeff? {0,3}(?:(`{3,})[^`]*|(~{3,}).*)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

BLOCK_LINES = 5


class DamagedMarkerError(Exception):
    """A marker that cannot be trusted.

    Parameters
    ----------
    line : int
        Its line, from 1.
    what : str
        What is wrong with it.
    """

    def __init__(self, line: int, what: str) -> None:
        super().__init__(line, what)
        self.line = line
        self.what = what


def lines_of(text: str) -> list[str]:
    """Cut a text into lines, each with its own line end."""
    # str.splitlines would also cut at form feeds and the like.
    return _LINE.findall(text)


def ending(line: str) -> str:
    """Return a line's end: empty, or any of the three in use."""
    return line[len(line.rstrip("\r\n")) :]


def block(image: str, newline: str) -> str:
    """Return an image between markers, without a line end after it.

    Parameters
    ----------
    image : str
        One line of Markdown.
    newline : str
        The line end to use.
    """
    begin = f"<!-- slide-aligner: {_checksum([image])} -->"
    return newline.join((begin, "", image, "", "<!-- /slide-aligner -->"))


def _checksum(lines: Sequence[str]) -> str:
    # Blank lines and line ends are left to editors and formatters.
    said = "\n".join(filter(None, (line.strip() for line in lines)))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:8]


def fenced(lines: Sequence[str]) -> list[bool]:
    """Say of each line whether it belongs to a fenced block of code."""
    inside, flags = "", []
    for line in lines:
        bare = line.rstrip("\r\n")
        opening = None if inside else _FENCE.fullmatch(bare)
        flags.append(bool(inside or opening))
        if opening:
            inside = opening[1] or opening[2]
        elif inside and _closes(bare, inside):
            inside = ""
    return flags


def _closes(bare: str, opening: str) -> bool:
    marks = bare.strip(" \t")
    indented = len(bare) - len(bare.lstrip(" "))
    return (
        indented < 4
        and len(marks) >= len(opening)
        and set(marks) == {opening[0]}
    )


@dataclass(frozen=True)
class _Span:
    first: int
    last: int


def without_blocks(text: str) -> str:
    """Return a text as it was before anything was inserted.

    Markers inside a fence are an example, and are left alone.

    Raises
    ------
    DamagedMarkerError
        If a marker lost its partner, or what stands between them changed.
    """
    lines = lines_of(text)
    kept: list[str] = []
    behind = 0
    for span in _spans(lines):
        kept += lines[behind : span.first]
        behind = span.last + 1
        if not ending(lines[span.last]) and kept:
            # The heading was the last line and had no line end.
            kept[-1] = kept[-1].rstrip("\r\n")
    return "".join(kept + lines[behind:])


def _spans(lines: Sequence[str]) -> Iterator[_Span]:
    opened: int | None = None
    for index, (line, code) in enumerate(
        zip(lines, fenced(lines), strict=True)
    ):
        bare = line.rstrip("\r\n")
        if code or not _ALIKE.match(bare):
            continue
        if _BEGIN.fullmatch(bare) and opened is None:
            opened = index
        elif _END.fullmatch(bare) and opened is not None:
            _refuse_changed(lines, opened, index)
            yield _Span(opened, index)
            opened = None
        else:
            raise DamagedMarkerError(index + 1, _damage(bare, opened))
    if opened is not None:
        raise DamagedMarkerError(opened + 1, "has no end marker below it")


def _damage(bare: str, opened: int | None) -> str:
    if _END.fullmatch(bare):
        return "has no begin marker above it"
    if _BEGIN.fullmatch(bare) and opened is not None:
        return f"begins before that of line {opened + 1} has ended"
    return "is not as it was written"


def _refuse_changed(lines: Sequence[str], first: int, last: int) -> None:
    match = _BEGIN.fullmatch(lines[first].rstrip("\r\n"))
    if match is None or match[1] != _checksum(lines[first + 1 : last]):
        raise DamagedMarkerError(
            first + 1, "is followed by text that was changed by hand"
        )
