"""Prove the pages and build the site; on a problem the last one stays."""

from typing import Annotated

import typer
from rich.console import Console

from lecture_site.basics.collector import look_seldom
from lecture_site.basics.progress import times_of_stages
from lecture_site.basics.project import Project
from lecture_site.browser.chromium import find_chromium, no_browser
from lecture_site.commands import (
    On,
    finish,
    prepared,
    refuse_bad_sources,
    script,
)
from lecture_site.staleness.whole_site import WholeSite


def main(
    record: Annotated[
        bool,
        typer.Option(
            "--record",
            help="Record results that changed instead of failing on them.",
        ),
    ] = False,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help="Leave out what only readers of the published site need.",
        ),
    ] = False,
    again: Annotated[
        bool,
        typer.Option("--again", help="Build even if nothing has changed."),
    ] = False,
    on: On = "",
    shard: Annotated[
        str,
        typer.Option(
            "--shard",
            metavar="K/N",
            help="Make a part of the results for others, and no site.",
        ),
    ] = "",
) -> None:
    """Build the project in the working directory."""
    project, console = prepared(on)
    refuse_bad_sources(project)
    if shard:
        make(shard, project, console)
    built = project.draft if draft else project.site
    whole = WholeSite(project, built)
    read = whole.read()
    if not again and whole.is_up_to_date(read):
        console.print("nothing has changed since the site was built")
    else:
        build(project, console, record=record, draft=draft)
        whole.remember(read)
    where = project.relative(built)
    console.print(f"the site is in {where}/", style="green")
    if find_chromium(project) is None:
        console.print(f"without a PDF: {no_browser()}", markup=False)
    finish([])


def make(shard: str, project: Project, console: Console) -> None:
    """Make a part of the results, and end the command."""
    from lecture_site.sharding import make_shard

    problems = make_shard(shard, project, console)
    console.print(f"took {times_of_stages()}", highlight=False)
    finish(problems)


def build(
    project: Project, console: Console, *, record: bool, draft: bool
) -> None:
    """Build; end the command if there are problems."""
    # Imported here: who has nothing to build need not wait for MkDocs.
    from lecture_site.build import build_draft, build_site

    look_seldom()
    problems = (build_draft if draft else build_site)(
        project, console, record=record
    )
    console.print(f"took {times_of_stages()}", highlight=False)
    if problems:
        finish(problems)


if __name__ == "__main__":
    script(main, __doc__)
