"""Open notebooks of the built site in an environment that has nothing."""

from typing import Annotated

import typer
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.commands import finish, script
from lecture_site.notebooks.clean_environment import check_notebooks

TWO = ("introduction", "logistic_regression")


def main(
    pages: Annotated[
        list[str] | None,
        typer.Argument(help=f"Names of pages. [default: {' '.join(TWO)}]"),
    ] = None,
) -> None:
    """Check notebooks of the project in the working directory."""
    finish(check_notebooks(pages or TWO, Project.here(), Console()))


if __name__ == "__main__":
    script(main, __doc__)
