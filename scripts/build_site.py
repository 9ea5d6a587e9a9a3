"""Prove the pages and build the site; on a problem the last one stays."""

from typing import Annotated

import typer

from lecture_site.basics.progress import times_of_stages
from lecture_site.browser.chromium import find_chromium, no_browser
from lecture_site.build import build_site
from lecture_site.commands import On, finish, prepared, script
from lecture_site.sharding import make_shard


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
    if shard:
        problems = make_shard(shard, project, console)
        console.print(f"took {times_of_stages()}", highlight=False)
        finish(problems)
    problems = build_site(project, console, record=record, draft=draft)
    if not problems:
        built = project.draft if draft else project.site
        where = project.relative(built)
        console.print(f"the site is in {where}/", style="green")
        if find_chromium(project) is None:
            console.print(f"without a PDF: {no_browser()}", markup=False)
    console.print(f"took {times_of_stages()}", highlight=False)
    finish(problems)


if __name__ == "__main__":
    script(main, __doc__)
