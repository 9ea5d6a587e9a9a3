"""The slides say what the pages say: same figures, same numbers, same colours.

The deck is written in Typst, in ``slides/``. What it takes from the site is
handed to the compiler as data, so nothing is copied by hand, and an unknown
figure or number ends the build at the line of the slide that asks for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import typst

from lecture_site.deck_data import deck_inputs
from lecture_site.problems import Problem, ProblemError
from lecture_site.project import Project

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")


@dataclass(frozen=True)
class DeckSlide:
    """One page of the deck, as its source names it.

    Parameters
    ----------
    number : int
        The page of the PDF, from 1.
    key : str
        Names the slide whatever its number is; pages of a build-up end in
        ``-1``, ``-2`` and so on.
    title : str
        The line at its top.
    part : str
        Slug of the lecture page it belongs to; empty outside the parts.
    """

    number: int
    key: str
    title: str
    part: str


def source(project: Project) -> Path:
    """Return the file that the deck is compiled from."""
    return project.root / "slides" / "lecture.typ"


def compile_deck(project: Project, theme: Theme) -> bytes:
    """Return the deck as PDF, the same bytes for the same sources.

    Raises
    ------
    ProblemError
        Where Typst does not compile, at the line of the slide.
    """
    try:
        pdf = _compiler(project, theme).compile(
            format="pdf", timestamp=0, pdf_standards="1.7"
        )
    except typst.TypstError as error:
        raise _problem(project, error) from error
    assert isinstance(pdf, bytes)
    return pdf


def deck_slides(project: Project) -> list[DeckSlide]:
    """Return what the deck says of its own pages, in order."""
    try:
        found = _compiler(project, "light").query("<slide>", field="value")
    except typst.TypstError as error:
        raise _problem(project, error) from error
    return [DeckSlide(**slide) for slide in json.loads(found)]


def _compiler(project: Project, theme: Theme) -> typst.Compiler:
    folder = source(project).parent
    return typst.Compiler(
        source(project),
        root=folder,
        font_paths=[folder / "fonts"],
        ignore_system_fonts=True,
        sys_inputs=deck_inputs(project, theme),
    )


def _problem(project, error): ...
