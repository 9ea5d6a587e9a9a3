"""What is done to a site after MkDocs has written it, step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lecture_site.notebooks import publish_notebooks
from lecture_site.project import Project
from lecture_site.search_index import write_search_index

Step = Callable[[Project, Path], None]

# In this order: a later step sees the files of the earlier ones.
STEPS: tuple[Step, ...] = (
    publish_notebooks,
    write_search_index,
)


def finish_site(project: Project, site: Path) -> None:
    """Take every step on the freshly written folder ``site``."""
    for step in STEPS:
        step(project, site)
