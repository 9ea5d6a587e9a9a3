"""What is done to a site after MkDocs has written it, step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lecture_site.notebooks import publish_notebooks
from lecture_site.printed_lecture import bring_last_print, print_lecture
from lecture_site.project import Project

Step = Callable[[Project, Path], None]

# In this order: a later step sees the files of the earlier ones.
STEPS: tuple[Step, ...] = (publish_notebooks, print_lecture)


def finish_site(project: Project, site: Path, *, as_draft: bool) -> None:
    """Take every step on the freshly written folder ``site``.

    A draft, built again at every change of a page, is not printed: it takes
    the last PDF there is.
    """
    for step in STEPS:
        if as_draft and step is print_lecture:
            step = bring_last_print
        step(project, site)
