"""Prove listings, measurements and tests on ARM's arithmetic, emulated.

Needs Debian's qemu-user-static. What was done is kept, so that the command
can be interrupted and goes on where it was; in all it takes hours.
"""

import signal
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from agreement.difference import VERDICTS
from lecture_site.basics.commits import commit_date
from lecture_site.basics.project import Project
from lecture_site.commands import check_names, finish, script
from lecture_site.other_processors.arithmetics import row_of
from lecture_site.other_processors.arm.batches import names_of_all
from lecture_site.other_processors.arm.comparison import problems, verdicts
from lecture_site.other_processors.arm.machine import PROCESSOR
from lecture_site.other_processors.arm.parts import assembled
from lecture_site.other_processors.arm.proof import results as results_of
from lecture_site.other_processors.arm.results import ArmResults
from lecture_site.processes.arithmetic_rows import keep


def main(
    names: Annotated[
        list[str] | None, typer.Argument(help="Only these products.")
    ] = None,
    results: Annotated[
        Path | None, typer.Option(help="Where raw results are kept, as JSON.")
    ] = None,
    seconds: Annotated[
        float, typer.Option(help="How long a product may take.")
    ] = 1800,
) -> None:
    """Run what is wanted, say how it compares, and exit."""
    # Ended from outside, it ends the emulated processes too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    project, console = Project.here(), Console()
    check_names(names or [], sorted(names_of_all(project)))
    kept = results or project.cache / "on_arm.json"
    try:
        machine = assembled(project, console)
        given = results_of(
            project, machine, kept, console, names=names or [], seconds=seconds
        )
    except KeyboardInterrupt:
        console.print(f"what was done is kept in {kept}", markup=False)
        raise
    summarise(given, project, console)
    finish(problems(given, project))


def summarise(given: ArmResults, project: Project, console: Console) -> None:
    """Print what was not run, and how many products agree how well."""
    for name, reason in given.not_run.items():
        console.print(f"not run: {name}: {reason}", highlight=False)
    counts = Counter(verdicts(given, project).values())
    products = Counter({v: n for v, n in counts.items() if v in VERDICTS})
    keep(
        row_of("aarch64", PROCESSOR, products, commit_date(project), {}),
        project,
    )
    counts["not run"] = len(given.not_run)
    console.print(", ".join(f"{n} {verdict}" for verdict, n in counts.items()))


if __name__ == "__main__":
    script(main, __doc__)
