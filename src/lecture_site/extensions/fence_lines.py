"""Notes in each fence where it stands and what it includes.

The renderer passes the options of a fence on, and nothing else that would
tell which of the page's fences it is rendering.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_BEFORE = r"[\s>]*(?:[-*+]\s+|\d+\.\s+)*"
# What follows three ticks on their line has none, or they are inline code.
OPENING = re.compile(
    rf"^({_BEFORE})(`{{3,}}(?=[^`]*$)|~{{3,}}(?!~))(.*\S.*|\s*)$"
)
LINE_MARK = re.compile(r' ?line="(\d+)"')
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
    while index < len(lines):
        opening = OPENING.match(lines[index])
        end = _end(lines, index, opening[2]) if opening else 0
        if end:
            yield Fence(index, lines[index + 1 : end])
        index = max(end, index) + 1


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
    lines = markdown.splitlines()
    offset = max(len(whole.splitlines()) - len(lines), 0)
    marked = _marked(lines, lambda f: f'line="{f.index + 1 + offset}"')
    return "\n".join(marked)


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
