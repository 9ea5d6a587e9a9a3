"""What is done to a site after MkDocs has written it, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from rich.console import Console

from lecture_site.basics.progress import stage
from lecture_site.basics.project import Project
from lecture_site.finishing.offline.service_worker import (
    write_manifest,
    write_worker,
)
from lecture_site.finishing.offline.zip_copy import write_offline_copy
from lecture_site.finishing.printing.print import (
    bring_last_print,
    print_lecture,
)
from lecture_site.finishing.search.index import write_search_index
from lecture_site.finishing.security.content_security_policy import (
    write_policy,
)
from lecture_site.finishing.security.integrity import stamp_assets
from lecture_site.finishing.sharing.feed import write_feed
from lecture_site.finishing.sharing.icons import write_icons
from lecture_site.finishing.sharing.redirects import write_redirects
from lecture_site.finishing.sharing.robots import write_robots
from lecture_site.finishing.sharing.social_cards import write_social_cards
from lecture_site.finishing.sharing.structured_data import (
    write_structured_data,
)
from lecture_site.finishing.weight.bundles import join_assets
from lecture_site.finishing.weight.heading_font import cut_heading_font
from lecture_site.finishing.weight.math_font import cut_math_font
from lecture_site.finishing.weight.minify import tidy_pages
from lecture_site.finishing.weight.unserved import drop_unserved
from lecture_site.finishing.weight.unused_css import cut_styles
from lecture_site.finishing.weight.wrapped_tables import wrap_tables
from lecture_site.notebooks.build import publish_notebooks

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
