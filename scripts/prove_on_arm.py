"""Prove listings, measurements and tests on ARM's arithmetic, emulated.

Needs Debian's qemu-user-static. What was done is kept, so that the command
can be interrupted and goes on where it was; in all it takes hours.
"""

import argparse
import signal
import sys
from collections import Counter
from pathlib import Path

from rich.console import Console

from agreement.difference import VERDICTS
from lecture_site.basics.commits import commit_date
from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.commands import finish
from lecture_site.other_processors.arithmetics import row_of
from lecture_site.other_processors.arm.batches import names_of_all
from lecture_site.other_processors.arm.comparison import problems, verdicts
from lecture_site.other_processors.arm.machine import PROCESSOR
from lecture_site.other_processors.arm.parts import assembled
from lecture_site.other_processors.arm.proof import results
from lecture_site.other_processors.arm.results import ArmResults
from lecture_site.processes.arithmetic_rows import keep


def prove(project: Project, chosen: argparse.Namespace) -> None:
    """Run what is wanted, say how it compares, and exit."""
    console = Console()
    kept = chosen.results or project.cache / "on_arm.json"
    try:
        given = results(
            project,
            assembled(project, console),
            kept,
            console,
            names=chosen.names,
            seconds=chosen.seconds,
        )
    except ProblemError as error:
        finish([error.problem])
    except KeyboardInterrupt:
        sys.exit(f"interrupted; what was done is kept in {kept}")
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


def choices() -> argparse.ArgumentParser:
    """Return what the command can be told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these products")
    parser.add_argument(
        "--results", type=Path, help="where raw results are kept, as JSON"
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=1800,
        help="how long a product may take (default: %(default)g)",
    )
    return parser


if __name__ == "__main__":
    # Ended from outside, it ends the emulated processes too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser, project = choices(), Project.here()
    chosen = parser.parse_args()
    unknown = set(chosen.names) - names_of_all(project)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    prove(project, chosen)
