"""What is done to a site after MkDocs has written it, step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lecture_site.feed import write_feed
from lecture_site.icons import write_icons
from lecture_site.notebooks import publish_notebooks
from lecture_site.printed_lecture import bring_last_print, print_lecture
from lecture_site.project import Project
from lecture_site.published_at import write_robots
from lecture_site.redirects import write_redirects
from lecture_site.search_index import write_search_index
from lecture_site.social_cards import write_social_cards
from lecture_site.structured_data import write_structured_data

Step = Callable[[Project, Path], None]

# In this order: a later step sees the files of the earlier ones.
STEPS: tuple[Step, ...] = (
    publish_notebooks,
    print_lecture,
    write_search_index,
    write_social_cards,
    write_structured_data,
    write_icons,
    write_feed,
    write_redirects,
    write_robots,
)


def finish_site(project: Project, site: Path, *, as_draft: bool) -> None:
    """Take every step on the freshly written folder ``site``.

    A draft, built again at every change of a page, is not printed: it takes
    the last PDF there is.
    """
    for step in STEPS:
        if as_draft and step is print_lecture:
            step = bring_last_print
        step(project, site)
