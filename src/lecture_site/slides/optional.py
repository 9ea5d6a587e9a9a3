"""Slides on the site are a bonus: pages can be read and proved without.

Who has not installed what the deck needs gets the pages without slides, and
is told so once.
"""

from __future__ import annotations

from rich.console import Console

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.slides.drawn import forget_drawn_slides

OWN = ("lecture_site", "slide_aligner", "terminal")


def bring_slides_up_to_date(
    project: Project, console: Console
) -> list[Problem]:
    """Draw what the pages show of the deck, if they can show anything.

    Parameters
    ----------
    project : Project
        The checkout; it may have no deck.
    console : Console
        Where progress is shown, and which package is missing.

    Returns
    -------
    list of Problem
        What is wrong with the deck.
    """
    try:
        if (project.slides / "lecture.typ").is_file():
            _draw(project, console)
        else:
            forget_drawn_slides(project)
    except ProblemError as error:
        return [error.problem]
    except ModuleNotFoundError as error:
        if not error.name or error.name.partition(".")[0] in OWN:
            raise
        forget_drawn_slides(project)
        console.print(without_slides(error.name), style="yellow")
    return []


def without_slides(package: str) -> str:
    """Return what is said once where a package is missing."""
    return (
        f"the pages show no slides, because the package {package} is "
        "missing; `make setup` installs it"
    )


def _draw(project: Project, console: Console) -> None:
    # Imported here, for these need Typst and a reader of PDF.
    from lecture_site.slides.deck.draw import compile_themes, draw_deck

    draw_deck(project, compile_themes(project), console)
