"""Build the Python that pages run, from what the registries have."""

from typing import Annotated

import typer
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.commands import Check, finish, script
from lecture_site.runtime.building.build import check_runtime, write_runtime
from lecture_site.runtime.kept import kept_problems


def main(
    check: Check = False,
    check_kept: Annotated[
        bool,
        typer.Option(
            "--check-kept", help="Build nothing; compare digests only."
        ),
    ] = False,
) -> None:
    """Write or check the runtime of the project in the working directory."""
    project = Project.here()
    if check_kept:
        finish(kept_problems(project))
    elif check:
        finish(check_runtime(project))
    else:
        wheel = project.relative(write_runtime(project))
        Console().print(wheel, style="green")


if __name__ == "__main__":
    script(main, __doc__)
