"""A finished page as its reader meets it, wherever its words come from.

What Markdown, formulas, macros and includes leave behind when they were not
understood is plain text, and so is a number that was typed into raw HTML. No
rule about sources finds all ways to write such a thing; the page shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.theme import Theme
from lecture_site.checks.by_hand import by_hand
from lecture_site.checks.left_overs import left_over
from lecture_site.checks.words import said_by
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page

_WORD = re.compile(r"[A-Za-z]{3,}")


def refuse_what_nobody_should_read(project: Project, site: BuiltSite) -> None:
    """Raise the first problem of any page.

    Raises
    ------
    ProblemError
        With the page's source and the line where the text stands.
    """
    for page in site.to_read:
        for problem in problems_of(page, project, site.theme):
            raise ProblemError(problem)


def problems_of(
    page: Page, project: Project, theme: Theme
) -> Iterator[Problem]:
    """Yield what no reader of a page should see.

    Parameters
    ----------
    page : Page
        The finished page.
    project : Project
        The checkout, whose sources are searched for the text.
    theme : Theme
        What the page was made with.
    """
    source = source_of(page, project)
    if source:
        yield from problems_in(page, project, theme, source)


def problems_in(
    page: Page, project: Project, theme: Theme, source: str
) -> Iterator[Problem]:
    """Yield what no reader should see of a page that a file was made to."""
    path = project.root / source
    for text, remedy in said_by(page, theme.article):
        for problem in left_over_in(text, path, source):
            yield replace(problem, remedy=remedy or problem.remedy)
    for what, near, remedy in by_hand(page, project, theme, source):
        yield Problem(what, remedy, source, line_of(path, near))


def left_over_in(
    text: str, path: Path, source: str, code: Sequence[str] = ()
) -> Iterator[Problem]:
    """Yield what was not understood in a text, where its source has it.

    Parameters
    ----------
    text : str
        What a reader sees.
    path : Path
        The file that it is written in.
    source : str
        How messages name that file.
    code : sequence of str
        See `left_overs.left_over`.
    """
    for kind, found in left_over(text, code):
        what = f"{kind.what}: {around(text, found)}"
        line = line_in(path, text, found)
        yield Problem(what, kind.remedy, source, line)


def source_of(page: Page, project: Project) -> str:
    """Return the file that a page is written in; empty if there is none."""
    name = page.address.rstrip("/") or "index"
    for path in (f"{name}.md", f"{name}/index.md", f"{name}.ipynb"):
        if (project.docs / path).is_file():
            return f"docs/{path}"
    return ""


def around(text: str, found: re.Match[str]) -> str:
    """Return what was found with the words around it, on one line."""
    near = text[max(found.start() - 20, 0) : found.end() + 20]
    return " ".join(near.split())


def line_in(source: Path, text: str, found: re.Match[str]) -> int:
    """Return the line of a source where a text stands; 0 if none has it.

    What was found may stand in many, so a word beside it has to be near.
    """
    lines = read_source(source).splitlines()
    first = found[0].strip().partition("\n")[0]
    places = [n for n, line in enumerate(lines) if first in line]
    before = _WORD.findall(text[: found.start()])[-2:]
    after = _WORD.findall(text[found.end() :])[:2]
    for place in places:
        near = " ".join(lines[max(place - 1, 0) : place + 2])
        if all(word in near for word in (*before, *after)):
            return place + 1
    return places[0] + 1 if places else 0
