"""Notes in each fence where it stands and what it includes.

The renderer passes the options of a fence on, and nothing else that would
tell which of the page's fences it is rendering.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pymdownx.superfences import RE_NESTED_FENCE_START

_BEFORE = r"[\s>]*(?:[-*+]\s+|\d+\.\s+)*"
# What follows three ticks on their line has none, or they are inline code.
OPENING = re.compile(
    rf"^({_BEFORE})(`{{3,}}(?=[^`]*$)|~{{3,}}(?!~))(.*\S.*|\s*)$"
)
LINE_MARK = re.compile(r' ?line="(\d+)"')
_NOTES = re.compile(
    r' (?:line="\d+"(?: {1,2}origin="[^"]*")?|origin="[^"]*") ?(\}?)$'
)
_INCLUDE = re.compile(r"""^[\s>]*-+8<-+\s+["']([^"';]+)["']\s*$""")


@dataclass(frozen=True)
class Fence:
    """A fence that no other fence is around.

    Parameters
    ----------
    index : int
        Which line opens it, counted from 0.
    content : sequence of str
        The lines in it.
    """

    index: int
    content: Sequence[str]

    @property
    def origin(self) -> str:
        """What it includes, if that is all that stands in it."""
        lines = [line for line in self.content if line.strip()]
        found = _INCLUDE.match(lines[0]) if len(lines) == 1 else None
        return found[1] if found else ""


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the fences of a page that end, in their order."""
    index = 0
    endless = {""}  # what no line closes need not be sought again
    while index < len(lines):
        marks = _opens(lines[index])
        end = 0 if marks in endless else _end(lines, index, marks)
        if end:
            yield Fence(index, lines[index + 1 : end])
        else:
            endless.add(marks)
        index = max(end, index) + 1


def without_fences(lines: Sequence[str]) -> list[str]:
    """Return the lines of a page, with nothing where a fence stands."""
    left = list(lines)
    for fence in fences(lines):
        n_lines = len(fence.content) + 2  # with those that open and close it
        left[fence.index : fence.index + n_lines] = [""] * n_lines
    return left


def _opens(line: str) -> str:
    """Return the marks of a fence that the renderer takes for one."""
    opening = OPENING.match(line)
    if opening is None:
        return ""
    header = RE_NESTED_FENCE_START.fullmatch(line, opening.start(2))
    return opening[2] if header and not header["unrecognized"] else ""


def _end(lines: Sequence[str], opening: int, marks: str) -> int:
    """Return the line that closes a fence; 0 if none does."""
    closing = re.compile(rf"^[\s>]*{re.escape(marks)}\s*$")
    for index in range(opening + 1, len(lines)):
        if closing.match(lines[index]):
            return index
    return 0


def with_lines(markdown: str, whole: str) -> str:
    """Note its line in every opening fence.

    Parameters
    ----------
    markdown : str
        The page without its front matter.
    whole : str
        The page with it, from which the lines are counted.
    """
    # Form feeds and the like end no line of Markdown.
    lines = markdown.split("\n")
    offset = max(whole.count("\n") + 1 - len(lines), 0)
    marked = _marked(lines, lambda f: f'line="{f.index + 1 + offset}"')
    return "\n".join(marked)


def without_notes(text: str) -> str:
    """Take the notes out where the renderer has seen no fence after all."""
    if not ('line="' in text or 'origin="' in text):
        return text
    lines = (
        _NOTES.sub(r"\1", line) if OPENING.match(line) else line
        for line in text.split("\n")
    )
    return "\n".join(lines)


def with_origins(lines: Sequence[str]) -> list[str]:
    """Note in every opening fence which file it includes, if it does."""
    return _marked(lines, lambda f: f.origin and f'origin="{f.origin}"')


def _marked(
    lines: Sequence[str], mark_of: Callable[[Fence], str]
) -> list[str]:
    marked = list(lines)
    for fence in fences(lines):
        mark = mark_of(fence)
        if mark:
            marked[fence.index] = _with_option(lines[fence.index], mark)
    return marked


def _with_option(line: str, mark: str) -> str:
    stripped = line.rstrip()
    if stripped.endswith("}"):
        return f"{stripped[:-1]} {mark} }}"
    return f"{stripped} {mark}"
