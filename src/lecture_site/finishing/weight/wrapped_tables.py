"""Tables in a frame of their own, in which a wide one scrolls.

The theme's script would frame them after the page is drawn, and so move what
is below them. The build does it, and the script is told to find none.
"""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.theme import TableFrames
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node, Page, element


def wrap_tables(_: Project, site: BuiltSite) -> None:
    """Frame every table of the built pages as the theme's script does."""
    frames = site.theme.tables
    if frames is None:
        return
    for page in site.pages:
        wrap(page, frames)
    for script in site.folder.glob(frames.script):
        _find_none(script, frames)


def wrap(page: Page, frames: TableFrames) -> None:
    """Put the elements of a frame around each table that gets one."""
    for table in page.tree.css(frames.framed):
        for name in frames.classes:
            _put_around(table, element(page, "div", {"class": name}))


def _put_around(inner: Node, outer: Node) -> None:
    inner.insert_before(outer, move=True)
    outer.insert_child(inner, move=True)


def _find_none(script: Path, frames: TableFrames) -> None:
    text = read_source(script)
    if text.count(frames.found) != 1:
        raise ProblemError(_unknown(script.name, frames))
    text = text.replace(frames.found, frames.none)
    script.write_text(text, encoding="utf-8", newline="\n")


def _unknown(script: str, frames: TableFrames) -> Problem:
    return Problem(
        "the theme's script frames tables in a way that is not known",
        f"compare {frames.found} in src/lecture_site/basics/theme.py with "
        "what the script looks for",
        script,
    )
