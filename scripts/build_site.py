"""Prove the pages and build the site; on a problem the last one stays."""

from typing import Annotated

import typer

from lecture_site.basics.progress import times_of_stages
from lecture_site.browser.chromium import find_chromium, no_browser
from lecture_site.build import build_site
from lecture_site.commands import finish, prepared, script


def main(
    record: Annotated[
        bool,
        typer.Option(
            "--record",
            help="Record results that changed instead of failing on them.",
        ),
    ] = False,
) -> None:
    """Build the project in the working directory."""
    project, console = prepared()
    problems = build_site(project, console, record=record)
    if not problems:
        where = project.relative(project.site)
        console.print(f"the site is in {where}/", style="green")
        if find_chromium(project) is None:
            console.print(f"without a PDF: {no_browser()}", markup=False)
    console.print(f"took {times_of_stages()}", highlight=False)
    finish(problems)


if __name__ == "__main__":
    script(main, __doc__)
