"""What is done to a site after MkDocs has written it, step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lecture_site.asset_links import stamp_assets
from lecture_site.installable import write_manifest, write_worker
from lecture_site.math_font import cut_math_font
from lecture_site.notebooks import publish_notebooks
from lecture_site.offline_copy import write_offline_copy
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
    write_manifest,
)
# What a draft goes without: it would refuse the script that reloads a page,
# and show pages as they were.
PUBLISHED: tuple[Step, ...] = (
    write_offline_copy,
    stamp_assets,
    write_policy,
    write_worker,
)


def finish_site(project: Project, site: Path, *, draft: bool = False) -> None:
    """Take every step on the freshly written folder ``site``.

    Parameters
    ----------
    project : Project
        The checkout.
    site : Path
        What MkDocs has written.
    draft : bool
        Whether the site is only looked at by its author.
    """
    for step in STEPS if draft else STEPS + PUBLISHED:
        step(project, site)
