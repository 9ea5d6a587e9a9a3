"""Notes the line of each fence in the fence, where the renderer finds it."""

from __future__ import annotations

import re

OPENING = re.compile(
    r"^([\s>]*(?:[-*+]\s+|\d+\.\s+)*)(`{3,}|~{3,})(?![`~])(.*\S.*)$"
)
LINE_MARK = re.compile(r' ?line="(\d+)"')


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
    offset = len(whole.splitlines()) - len(lines)
    return "\n".join(
        _with_line(line, number)
        for number, line in enumerate(lines, start=1 + max(offset, 0))
    )


def _with_line(line: str, number: int) -> str:
    opening = OPENING.match(line)
    if opening is None:
        return line
    before, fence, info = opening.groups()
    mark = f' line="{number}"'
    stripped = info.rstrip()
    if stripped.endswith("}"):
        return f"{before}{fence}{stripped[:-1]}{mark} }}"
    return f"{before}{fence}{stripped}{mark}"


def without_lines(source: str) -> str:
    """Take the notes out of the source of a fence that shows fences."""
    return "\n".join(
        LINE_MARK.sub("", line) if OPENING.match(line) else line
        for line in source.splitlines()
    )
