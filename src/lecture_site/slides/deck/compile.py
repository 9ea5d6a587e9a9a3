"""The slides say what the pages say: same figures, same numbers, same colours.

The deck is written in Typst, in ``slides/``. What it takes from the site is
handed to the compiler as data, so nothing is copied by hand, and an unknown
figure or number ends the build at the line of the slide that asks for it.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import typst

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.slides.deck.inputs import deck_inputs
from lecture_site.slides.drawn import DeckSlide, Theme

# Where an error is shown: " ┌─ slides/optimisation.typ:12:5".
_PLACE = re.compile(r"┌─ (?:.*[/\\])?([\w.-]+\.typ):(\d+):\d+")
_KEY = re.compile(r"slide (\S+) is overfull")


def compile_deck(project: Project, theme: Theme) -> bytes:
    """Return the deck as PDF, the same bytes for the same sources.

    Raises
    ------
    ProblemError
        Where Typst fails or warns, at the line of the slide.
    """
    try:
        pdf, warnings = _compiler(project, theme).compile_with_warnings(
            format="pdf", timestamp=0
        )
    except typst.TypstError as error:
        raise _at_its_slide(project, error.diagnostic) from error
    for warning in warnings:
        raise _at_its_slide(project, warning.diagnostic)
    assert isinstance(pdf, bytes)
    return pdf


def deck_slides(project: Project) -> list[DeckSlide]:
    """Return what the deck says of its own pages, in order.

    Raises
    ------
    ProblemError
        As `compile_deck` does.
    """
    compile_deck(project, "light")  # a query would not name the line
    found = _compiler(project, "light").query("<slide>", field="value")
    slides = [DeckSlide(**slide) for slide in json.loads(found)]
    for slide, after in pairwise(slides):
        if after.number > slide.number + 1:
            raise _too_high(project, slide)
    return slides


def _too_high(project: Project, slide: DeckSlide) -> ProblemError:
    file, line = _slide(project, slide.key)
    return ProblemError(
        Problem(
            f"slide {slide.key} does not fit on one page",
            "make its picture smaller, or its text shorter",
            project.relative(project.slides / file),
            line,
        )
    )


def _compiler(project: Project, theme: Theme) -> typst.Compiler:
    return typst.Compiler(
        project.slides / "lecture.typ",
        root=project.slides,
        font_paths=[project.slides / "fonts"],
        ignore_system_fonts=True,
        sys_inputs=deck_inputs(project, theme),
    )


def _at_its_slide(project: Project, diagnostic: str) -> ProblemError:
    first = diagnostic.strip().partition("\n\n")[0]
    what = first.partition("\n")[0].partition(": ")[2]
    file, line = _place(project, diagnostic, first)
    return ProblemError(
        Problem(
            what.removeprefix("panicked with: "),
            "mend the slide there; figures are those of docs/figures, "
            "measurements those of measured.json",
            project.relative(project.slides / file),
            line,
        )
    )


def _place(project: Project, diagnostic: str, first: str) -> tuple[str, int]:
    """Return the file and line of the slide, not of the look that failed."""
    overfull = _KEY.search(first)
    if overfull:
        return _slide(project, overfull[1])
    block = diagnostic.strip().partition("\nerror: ")[0]
    places = [(file, int(line)) for file, line in _PLACE.findall(block)]
    asked = [place for place in places if place[0] != "look.typ"]
    return (asked or places or [("lecture.typ", 0)])[0]


def _slide(project: Project, key: str) -> tuple[str, int]:
    quoted = f'"{re.sub(r"-[0-9]+$", "", key)}"'
    for path in sorted(project.slides.glob("*.typ")):
        line = line_of(path, quoted)
        if line:
            return path.name, line
    return "lecture.typ", 0


def deck_pdf(project: Project) -> Path:
    """Return where the deck is kept for readers."""
    return project.docs / "slides" / "lecture.pdf"
