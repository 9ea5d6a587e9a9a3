"""Begins a page of slides from a deck that another program has saved."""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.scaffold.parts import (
    REFERENCE,
    TEMPLATES,
    Files,
    Names,
    bad,
    checked,
    in_navigation,
)
from lecture_site.slides.other_decks import ENDINGS
from slide_aligner.decks.read import read_deck
from terminal.errors import FileProblemError


def begin_deck(project: Project, deck: Path) -> Files:
    """Return a deck's copy and the page that shows it.

    Parameters
    ----------
    project : Project
        The checkout.
    deck : Path
        A PDF or a PowerPoint file, named as the page is to be.

    Raises
    ------
    ProblemError
        If there is no such file, no reader for it, or a page of its name.
    """
    if not deck.is_file():
        raise bad(f"there is no file {deck}", "name a PDF or a .pptx file")
    if deck.suffix not in ENDINGS:
        raise bad(
            f"{deck.name} is neither a PDF nor a PowerPoint file",
            "save it as PDF; Typst does with: typst compile FILE.typ",
        )
    try:
        read_deck(deck)
    except FileProblemError as error:
        raise bad(str(error), "mend the file, or save it anew") from None
    names = Names("", checked(deck.stem))
    page = project.docs / f"slides_of_{deck.stem}.md"
    copy = project.docs / "slides" / deck.name
    taken = [
        p for p in (page, *copy.parent.glob(f"{deck.stem}.*")) if p.exists()
    ]
    if taken:
        raise bad(
            f"{project.relative(taken[0])} is there already",
            "give the file another name",
        )
    template = TEMPLATES / "deck" / "docs" / "slides_of_the_name.md"
    text = names.fill(read_source(template))
    title = f"Slides: {names.title}"
    files = {
        copy: deck.read_bytes(),
        page: text.replace("the_file", deck.name).encode(),
    }
    return files | in_navigation(project, REFERENCE, title, page)
