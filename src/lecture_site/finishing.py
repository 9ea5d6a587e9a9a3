"""What is done to a site after MkDocs has written it, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from rich.console import Console

from lecture_site.asset_links import stamp_assets
from lecture_site.feed import write_feed
from lecture_site.heading_font import cut_heading_font
from lecture_site.icons import write_icons
from lecture_site.installable import write_manifest, write_worker
from lecture_site.joined_assets import join_assets
from lecture_site.math_font import cut_math_font
from lecture_site.notebooks import publish_notebooks
from lecture_site.offline_copy import write_offline_copy
from lecture_site.policy import write_policy
from lecture_site.printed_lecture import bring_last_print, print_lecture
from lecture_site.progress import stage
from lecture_site.project import Project
from lecture_site.published_at import write_robots
from lecture_site.redirects import write_redirects
from lecture_site.search_index import write_search_index
from lecture_site.social_cards import write_social_cards
from lecture_site.structured_data import write_structured_data
from lecture_site.tidy_pages import tidy_pages
from lecture_site.unserved import drop_unserved
from lecture_site.used_style import cut_styles
from lecture_site.wrapped_tables import wrap_tables

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
    drop_unserved,
    wrap_tables,
    cut_math_font,
    cut_heading_font,
    cut_styles,
    join_assets,
    tidy_pages,
    write_manifest,
    write_offline_copy,
    stamp_assets,
    write_policy,
    write_worker,
)
# A draft is built again at every change of a page. It takes the last PDF,
# and goes without what would refuse the script that reloads a page, or show
# pages as they were.
INSTEAD_IN_A_DRAFT: Mapping[Step, Step | None] = {
    print_lecture: bring_last_print,
    write_offline_copy: None,
    stamp_assets: None,
    write_policy: None,
    write_worker: None,
}


def finish_site(
    project: Project,
    site: Path,
    console: Console,
    instead: Mapping[Step, Step | None],
) -> None:
    """Take every step on the freshly written folder ``site``.

    Parameters
    ----------
    project : Project
        The checkout.
    site : Path
        What MkDocs has written.
    console : Console
        Where progress is shown.
    instead : mapping
        What is done in place of some steps; None leaves one out.
    """
    planned = [instead.get(step, step) for step in STEPS]
    steps = [step for step in planned if step is not None]
    with stage("site for its readers", console, len(steps)) as now:
        for step in steps:
            step(project, site)
            now.advance(step.__name__.replace("_", " "))
