"""What the site can show of the deck: slides, each with its pictures.

The list is made together with the pictures, so that a title never stands
under the picture of another slide.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from lecture_site.basics.json_files import read_cache, write_whole
from lecture_site.basics.project import Project

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
# Pixels. A card is up to 288 wide, a slide of the grid up to 369; the chosen
# slide takes the whole width. There is no choice of widths: the theme loses
# it when it goes to another page without loading it.
SMALL, LARGE = 320, 1440
WIDTHS = (SMALL, LARGE)


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


def pictures_folder(project: Project) -> Path:
    """Return the folder of all slide pictures."""
    return project.docs / "slides" / "pictures"


def picture_name(number: int, theme: Theme, width: int) -> str:
    """Return the name of a slide's picture of some width."""
    return f"{number}-{theme}-{width}.webp"


def picture_paths(project: Project, number: int, theme: Theme) -> list[Path]:
    """Return where the pictures of a slide are kept, one for each width."""
    folder = pictures_folder(project)
    return [folder / picture_name(number, theme, width) for width in WIDTHS]


def is_drawn(project: Project, number: int) -> bool:
    """Tell whether a slide has its pictures."""
    return all(
        path.is_file()
        for theme in THEMES
        for path in picture_paths(project, number, theme)
    )


def drawn_slides(project: Project) -> list[DeckSlide]:
    """Return the slides of the deck that was drawn last; none before that."""
    entries: list[Any] = read_cache(slides_list(project), list)
    return [DeckSlide(**entry) for entry in entries]


def write_drawn_slides(project: Project, slides: Iterable[DeckSlide]) -> None:
    """Note which slides the pictures show."""
    text = json.dumps([asdict(slide) for slide in slides], indent=1)
    write_whole(slides_list(project), text)


def forget_drawn_slides(project: Project) -> None:
    """Show none, where nobody can tell whether the pictures are current."""
    slides_list(project).unlink(missing_ok=True)


def slides_list(project: Project) -> Path:
    """Return where the slides that the pictures show are listed."""
    return project.cache / "slides.json"
