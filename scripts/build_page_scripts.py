"""Check the types of the scripts of the pages, and bundle them."""

from typing import Annotated

import typer
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.commands import Check, finish, script
from lecture_site.page_scripts.bundle import (
    check_bundles,
    check_types,
    install,
    write_bundles,
)


def main(
    check: Check = False,
    types: Annotated[
        bool, typer.Option("--types", help="Only check the types.")
    ] = False,
    packages: Annotated[
        bool, typer.Option("--packages", help="Only install the packages.")
    ] = False,
) -> None:
    """Write or check the scripts of the project in the working directory."""
    project = Project.here()
    if packages:
        install(project)
    elif types:
        finish(check_types(project))
    elif check:
        finish(check_bundles(project))
    else:
        problems = check_types(project)
        if problems:
            finish(problems)
        for path in write_bundles(project):
            Console().print(project.relative(path), style="green")


if __name__ == "__main__":
    script(main, __doc__)
