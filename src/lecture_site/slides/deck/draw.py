"""Draws the deck as it is now, and says which slides it drew."""

from __future__ import annotations

from rich.console import Console
from rich.progress import Progress

from lecture_site.basics.project import Project
from lecture_site.slides.deck.compile import compile_deck, deck_slides
from lecture_site.slides.deck.pictures import (
    draw_pictures,
    n_slides,
    stale_themes,
)
from lecture_site.slides.drawn import (
    THEMES,
    WIDTHS,
    Theme,
    drawn_slides,
    write_drawn_slides,
)


def compile_themes(project: Project) -> dict[Theme, bytes]:
    """Return the PDF of each theme."""
    return {theme: compile_deck(project, theme) for theme in THEMES}


def draw_deck(
    project: Project, decks: dict[Theme, bytes], console: Console
) -> int:
    """Draw the slides that are not drawn, or that have changed.

    Returns
    -------
    int
        How many pictures were drawn.
    """
    stale = stale_themes(project, decks)
    if not stale and drawn_slides(project):
        return 0
    n_pictures = sum(n_slides(decks[theme]) for theme in stale) * len(WIDTHS)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("drawing slides", total=n_pictures)
        drawn = draw_pictures(project, decks, lambda: progress.advance(task))
    write_drawn_slides(project, deck_slides(project))
    return drawn
