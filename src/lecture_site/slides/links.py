"""What the pages know of the matching: which slide belongs to a section.

The links are made by `lecture_site.slides.deck.match` and committed; whoever
reads them here needs nothing that the matching needs.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.slides.drawn import DeckSlide
from slide_aligner.documents import Link
from slide_aligner.links.links_file import LinksFile, read_links
from terminal.errors import FileProblemError

REMEDY = "run `make slides`"


def links_path(project: Project) -> Path:
    """Return where the links are kept; beside the deck, for its readers."""
    return project.docs / "slides" / "slide_links.json"


def page_name(link: Link) -> str:
    """Return the page of a link as a path from ``docs``."""
    return posixpath.normpath(posixpath.join("slides", link.notes))


def read_slide_links(project: Project) -> LinksFile:
    """Return the links of all sections; none if there is no file.

    Raises
    ------
    ProblemError
        If the file makes no sense, or names a page that is not there.
    """
    path = links_path(project)
    if not path.exists():
        return LinksFile((), ())
    try:
        file = _read(path, path.stat().st_mtime_ns)
    except FileProblemError as error:
        raise nonsense(project, error.what, line=error.line) from None
    for name in dict.fromkeys(map(page_name, file.links)):
        if not (project.docs / name).is_file():
            raise nonsense(project, f"there is no page {name}")
    return file


@lru_cache(maxsize=1)
def _read(path: Path, _modified: int) -> LinksFile:
    """Read a file once, though every page asks for its links."""
    return read_links(path)


def shown_links(project: Project, slides: Iterable[DeckSlide]) -> list[Link]:
    """Return the links that are shown, in the order of pages and sections.

    Parameters
    ----------
    project : Project
        The checkout.
    slides : iterable of DeckSlide
        All slides of the deck.

    Raises
    ------
    ProblemError
        As `read_slide_links` does, or if a link names a slide that is not in
        the deck.
    """
    known = {slide.number for slide in slides}
    shown = [
        link
        for link in read_slide_links(project).links
        if link.decision == "insert"
    ]
    for link in shown:
        for number in link.slides:
            if number not in known:
                what = f"the deck has no slide {number}"
                raise nonsense(project, f"{what}, as {link.section} wants")
    return shown


def nonsense(
    project: Project, what: str, remedy: str = REMEDY, line: int = 0
) -> ProblemError:
    """Return an error that names the file of the links."""
    place = project.relative(links_path(project))
    return ProblemError(Problem(what, remedy, place, line))
