"""The way from sources to a site in which nothing is stale or untrue."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config.base import load_config
from mkdocs.exceptions import Abort
from pymdownx.superfences import SuperFencesException
from rich.console import Console

from lecture_site.basics.commits import commit_date, commit_epoch
from lecture_site.basics.one_at_a_time import alone_in
from lecture_site.basics.problems import Problem, ProblemError, mention
from lecture_site.basics.progress import stage
from lecture_site.basics.project import Project
from lecture_site.basics.replacing import bring_back, replace
from lecture_site.basics.targets import read_entries, write_entries
from lecture_site.explorers.products import (
    explorer_problems,
    explorer_products,
)
from lecture_site.facts import facts, write
from lecture_site.finish import INSTEAD_IN_A_DRAFT, Step, finish_site
from lecture_site.labs.products import lab_products, output_problems
from lecture_site.notebooks.build import bring_notebooks_up_to_date
from lecture_site.pages.exercises import exercise_problems
from lecture_site.pages.expanded import write_expanded_pages
from lecture_site.pages.macros import ensure_verified
from lecture_site.pages.reader import read_pages
from lecture_site.pages.source_files import source_problems
from lecture_site.products.figures import figure_products, orphaned_figures
from lecture_site.products.gradients import gradient_product, gradient_records
from lecture_site.products.ledger import Seals
from lecture_site.products.listings import section_problems
from lecture_site.products.live_data import live_products
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.measurements import (
    measurement_products,
    orphaned_measurements,
)
from lecture_site.products.outputs import (
    orphaned_outputs,
    output_products,
    section_products,
)
from lecture_site.products.product import Product
from lecture_site.products.shown import is_shown, sources_of_pages
from lecture_site.slides.optional import bring_slides_up_to_date
from lecture_site.slides.other_decks import deck_products
from lecture_site.staleness.untouched import changed_since, state_of_sources

DISK_FULL = (errno.ENOSPC, errno.EDQUOT)


def committed_products(project: Project) -> list[Product]:
    """Return all generated texts that are committed."""
    return [
        *output_products(project),
        *figure_products(project),
        *live_products(project),
        *measurement_products(project),
    ]


def local_products(project: Project) -> list[Product]:
    """Return what every checkout makes for itself and nobody commits."""
    return [
        *section_products(project),
        *lab_products(project),
        *deck_products(project),
        *explorer_products(project),
        gradient_product(project),
    ]


def prove(
    project: Project, console: Console, *, record: bool
) -> list[Problem]:
    """Run, draw and measure what is stale, then read every page.

    Parameters
    ----------
    project : Project
        The checkout.
    console : Console
        Where progress is shown.
    record : bool
        Whether changed results are recorded; if not, they are problems.

    Returns
    -------
    list of Problem
        All that is wrong; if nothing is, the facts are written.
    """
    problems = source_problems(project)
    if problems:
        return problems
    problems = [
        *section_problems(project),
        *output_problems(project),
        *exercise_problems(project),
        *explorer_problems(project),
    ]
    if record:
        delete_orphans(project)
    problems += orphan_problems(project)
    before = state_of_sources(project)
    problems += bring_up_to_date(
        committed_products(project),
        project,
        record=record,
        console=console,
        named="listings, figures and numbers",
    )
    problems += bring_up_to_date(
        local_products(project),
        project,
        record=True,
        console=console,
        named="parts of the code, labs, explorers and gradients",
    )
    problems += changed_since(before, project)
    with stage("slides", console):
        problems += bring_slides_up_to_date(project, console)
    with stage("pages as readers see them", console):
        reading = read_pages(project)
    problems += [*reading.problems, *never_shown(project)]
    if not problems:
        problems += bring_notebooks_up_to_date(
            reading, project, commit_date(project), console
        )
    if not problems:
        gradients = gradient_records(project)
        write(facts(reading, gradients, project), project)
        write_expanded_pages(reading, project, project.expanded)
    return problems


def build_site(
    project: Project, console: Console, *, record: bool
) -> list[Problem]:
    """Build the site; on any problem the last good one stays."""
    new = project.cache / "new_site"

    def build() -> list[Problem]:
        bring_back(project.site, project)
        problems = prove(project, console, record=record)
        if not problems:
            write_site(project, new, console, {})
            replace(project.site, new, project)
        return problems

    with alone_in(project, console):
        return _told(build)


def build_draft(
    project: Project, console: Console, *, record: bool, show: bool = True
) -> list[Problem]:
    """Build what an author sees; on any problem the last good one stays.

    Parameters
    ----------
    project : Project
        The checkout.
    console : Console
        Where progress is shown.
    record : bool
        Whether changed results are recorded; if not, they are problems.
    show : bool
        Whether it takes the place of the last one, or is left beside it for
        `show_draft`.
    """

    def build() -> list[Problem]:
        bring_back(project.draft, project)
        problems = prove(project, console, record=record)
        problems = problems or write_draft(project, console)
        if show and not problems:
            show_draft(project)
        return problems

    with alone_in(project, console):
        return _told(build)


def write_draft(project: Project, console: Console) -> list[Problem]:
    """Write what is there as a draft, whether it is proved or not.

    It is left beside the last one, for `show_draft`.
    """

    def build() -> list[Problem]:
        problems = source_problems(project)
        if not problems:
            ensure_verified(project)
            new = new_draft(project)
            write_site(project, new, console, INSTEAD_IN_A_DRAFT)
        return problems

    return _told(build)


def new_draft(project: Project) -> Path:
    """Return the folder of a draft that is yet to take its place."""
    return project.cache / "new_draft"


def show_draft(project: Project) -> None:
    """Put a new draft in the place of the last one."""
    replace(project.draft, new_draft(project), project)


def _told(build: Callable[[], list[Problem]]) -> list[Problem]:
    """Return the problems of a build, those among them that it raises."""
    try:
        return build()
    except ProblemError as error:
        return [error.problem]
    except (Abort, SuperFencesException, SystemExit) as error:
        return [Problem(f"MkDocs stopped: {error}", "see its message above")]
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        what = f"there is no room on the disk: {error}"
        return [Problem(what, "make room and build again; nothing is lost")]


def write_site(
    project: Project,
    target: Path,
    console: Console,
    instead: Mapping[Step, Step | None],
) -> None:
    """Write the site of the pages as they are into a folder."""
    with stage("pages by MkDocs", console):
        _run_mkdocs(project, target)
    finish_site(project, target, console, instead)


def _run_mkdocs(project: Project, target: Path) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    epoch = commit_epoch(project)
    if epoch:
        os.environ["SOURCE_DATE_EPOCH"] = epoch
    config = load_config(
        str(project.root / "mkdocs.yml"), strict=True, site_dir=str(target)
    )
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_with_mkdocs(config)
    finally:
        config.plugins.on_shutdown()


def never_shown(project: Project) -> list[Problem]:
    """Return generated results that no page shows."""
    pages = sources_of_pages(project)
    return [
        Problem(
            f"no page shows {product.name}",
            f"include '{product.mentioned_as}' in a page, or delete it",
            project.relative(product.source),
        )
        for product in committed_products(project)
        if not is_shown(product, pages)
    ]


def orphan_problems(project: Project) -> list[Problem]:
    """Return recorded results that nothing makes any more."""
    names = [
        *map(project.relative, orphaned_outputs(project)),
        *map(project.relative, orphaned_figures(project)),
        *orphaned_measurements(project),
    ]
    return [
        Problem(
            f"{name} is recorded but nothing makes it any more",
            "run 'make record', which deletes it",
            *mention(project, Path(name).stem),
        )
        for name in names
    ]


def delete_orphans(project: Project) -> None:
    """Delete recorded results that nothing makes any more."""
    for path in [*orphaned_outputs(project), *orphaned_figures(project)]:
        path.unlink()
    gone = set(orphaned_measurements(project))
    if gone:
        entries = read_entries(project.measured)
        kept = {name: e for name, e in entries.items() if name not in gone}
        write_entries(project.measured, kept)
    made = {product.name for product in committed_products(project)}
    Seals(project.seals).keep_only(made)
