"""What a build says of the matching of sections and slides.

It is read off the links and the gold that are kept, so no build matches
anything again; `make unchanged` tells when they are out of date.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lecture_site.basics.json_files import read_json
from lecture_site.basics.project import Project
from lecture_site.slides.links import page_name, read_slide_links
from slide_aligner.documents import Link


def slide_facts(project: Project) -> dict[str, Any] | None:
    """Return how many sections have a slide, and how many the right one.

    Parameters
    ----------
    project : Project
        The checkout; it may have no deck.

    Returns
    -------
    dict or None
        ``deck_pages``, ``sections``, ``linked`` and ``own_gold_top1``; None
        without a deck.

    Raises
    ------
    ProblemError
        If the links make no sense.
    """
    file = read_slide_links(project)
    if not file.decks:
        return None
    return {
        "deck_pages": sum(deck.n_slides for deck in file.decks),
        "sections": len(file.links),
        "linked": sum(link.decision == "insert" for link in file.links),
        "own_gold_top1": _top1(project, file.links),
    }


def _top1(project: Project, links: Sequence[Link]) -> float | None:
    """Return the share of sections with a slide that got the right one.

    What a person pinned counts as wrong, for the program did not find it.
    """
    found = {(page_name(link), link.section): link for link in links}
    right = [
        _is_right(found.get((judged["notes"], judged["section"])), judged)
        for judged in _gold(project)
        if judged["slides"]
    ]
    return round(sum(right) / len(right), 3) if right else None


def _is_right(link: Link | None, judged: dict[str, Any]) -> bool:
    return (
        link is not None and not link.pinned and link.show in judged["slides"]
    )


def _gold(project: Project) -> list[dict[str, Any]]:
    path = project.slides / "gold.json"
    judged: list[dict[str, Any]] = read_json(path, list, "run `make slides`")
    return judged
