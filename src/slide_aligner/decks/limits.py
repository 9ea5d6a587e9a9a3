"""How large a deck may be: a small file can ask for a whole machine."""

from __future__ import annotations

from pathlib import Path

from terminal.errors import FileProblemError

MOST_SLIDES = 5_000  # a course of a year, every build-up a page


def refuse_more_than_a_deck(path: Path, n_slides: int) -> None:
    """Refuse a deck that nobody could show.

    Raises
    ------
    FileProblemError
        If it has more than `MOST_SLIDES` slides.
    """
    if n_slides > MOST_SLIDES:
        raise FileProblemError(
            path,
            f"has {n_slides} slides, and {MOST_SLIDES} are the most that are "
            "read; is it a deck, and whole?",
        )
