"""What is done to a site after MkDocs has written it, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path

from rich.console import Console

from lecture_site.basics.progress import stage
from lecture_site.basics.project import Project
from lecture_site.basics.theme import MATERIAL, Theme
from lecture_site.checks.as_found import refuse_in_feed, refuse_in_search
from lecture_site.checks.as_read import refuse_what_nobody_should_read
from lecture_site.checks.as_taken import refuse_in_notebooks, refuse_in_print
from lecture_site.checks.own_places import refuse_overwritten
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.exercises import write_exercises
from lecture_site.finishing.offline.service_worker import (
    write_manifest,
    write_worker,
)
from lecture_site.finishing.offline.zip_copy import write_offline_copy
from lecture_site.finishing.printing.print import (
    bring_last_print,
    print_lecture,
)
from lecture_site.finishing.reference.step import link_reference
from lecture_site.finishing.search.index import write_search_index
from lecture_site.finishing.security.content_security_policy import (
    write_policy,
)
from lecture_site.finishing.security.integrity import stamp_assets
from lecture_site.finishing.sharing.feed import write_feed
from lecture_site.finishing.sharing.flash_cards import write_flash_cards
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
from lecture_site.runtime.publish import publish_runtime

Step = Callable[[Project, BuiltSite], None]


def on_files(step: Callable[[Project, Path], None]) -> Step:
    """Make a step of what needs no page, but the folder."""

    @wraps(step)
    def taken(project: Project, site: BuiltSite) -> None:
        step(project, site.folder)

    return taken


def write_pages(_: Project, site: BuiltSite) -> None:
    """Write the pages as the steps before have made them."""
    site.write()


# In this order: a later step sees the pages and the files as the earlier ones
# have made them. The copy to take away is packed from pages that lack what a
# browser would refuse without a server; the PDF has a file of its own. Python
# comes when no step looks into scripts any more, as its are none of ours. Only
# the worker reads pages as they are written, to tell one from a later one.
STEPS: tuple[Step, ...] = (
    refuse_overwritten,
    refuse_what_nobody_should_read,
    on_files(publish_notebooks),
    refuse_in_notebooks,
    print_lecture,
    refuse_in_print,
    link_reference,
    write_search_index,
    refuse_in_search,
    write_social_cards,
    write_structured_data,
    on_files(write_icons),
    on_files(write_feed),
    refuse_in_feed,
    write_flash_cards,
    write_redirects,
    on_files(write_robots),
    drop_unserved,
    on_files(write_exercises),
    wrap_tables,
    cut_math_font,
    cut_heading_font,
    cut_styles,
    join_assets,
    tidy_pages,
    on_files(publish_runtime),
    on_files(write_manifest),
    write_offline_copy,
    stamp_assets,
    write_policy,
    write_pages,
    write_worker,
)
# A draft is built again at every change of a page. It takes the last PDF, and
# goes without what only readers of the published site need: what makes pages
# small, what would refuse the script that reloads a page, and what keeps them.
INSTEAD_IN_A_DRAFT: Mapping[Step, Step | None] = {
    print_lecture: bring_last_print,
    refuse_in_print: None,
    write_social_cards: None,
    write_structured_data: None,
    drop_unserved: None,
    cut_math_font: None,
    cut_heading_font: None,
    cut_styles: None,
    join_assets: None,
    tidy_pages: None,
    write_offline_copy: None,
    stamp_assets: None,
    write_policy: None,
    write_worker: None,
}


def finish_site(
    project: Project,
    folder: Path,
    console: Console,
    instead: Mapping[Step, Step | None],
    theme: Theme = MATERIAL,
) -> None:
    """Take every step on a freshly written folder.

    Parameters
    ----------
    project : Project
        The checkout.
    folder : Path
        What MkDocs has written.
    console : Console
        Where progress is shown.
    instead : mapping
        What is done in place of some steps; None leaves one out.
    theme : Theme
        What MkDocs has made the pages with.
    """
    planned = [instead.get(step, step) for step in STEPS]
    steps = [step for step in planned if step is not None]
    with stage("site for its readers", console, len(steps)) as now:
        site = BuiltSite.read(folder, theme)
        for step in steps:
            step(project, site)
            now.advance(step.__name__.replace("_", " "))
