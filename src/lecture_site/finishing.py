"""What is done to a site after MkDocs has written it, step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lecture_site.asset_links import stamp_assets
from lecture_site.math_font import cut_math_font
from lecture_site.notebooks import publish_notebooks
from lecture_site.policy import write_policy
from lecture_site.project import Project
from lecture_site.unserved import drop_unserved
from lecture_site.used_style import cut_styles

Step = Callable[[Project, Path], None]

# In this order: a later step sees the files of the earlier ones.
STEPS: tuple[Step, ...] = (
    publish_notebooks,
    drop_unserved,
    cut_math_font,
    cut_styles,
    stamp_assets,
    write_policy,
)


def finish_site(project: Project, site: Path) -> None:
    """Take every step on the freshly written folder ``site``."""
    for step in STEPS:
        step(project, site)
