"""What the commands in ``scripts/`` share: choosing, running, reporting."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console

from lecture_site.basics.problems import Problem, ProblemError, report
from lecture_site.basics.progress import times_of_stages
from lecture_site.basics.project import Project
from lecture_site.processes.arithmetic import UnknownArithmeticError, chosen
from lecture_site.products.product import Product, bring_up_to_date


def product_command(
    description: str, products_of: Callable[[Project], list[Product]]
) -> None:
    """Run a command that records or checks products, then exit.

    Parameters
    ----------
    description : str
        Shown by ``--help``.
    products_of : callable
        Returns the products of a project.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "names", nargs="*", help="only these (default: all that is stale)"
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="change nothing; fail if a result is not what is recorded",
    )
    parser.add_argument(
        "--all", action="store_true", help="also what is not stale"
    )
    given = parser.parse_args()
    project, console = prepared()
    with telling_problems():
        products = _named(products_of(project), given.names, parser)
        problems = bring_up_to_date(
            products,
            project,
            record=not given.check,
            console=console,
            everything=given.all or bool(given.names),
            named=" and ".join(dict.fromkeys(map(_kinds, products))),
        )
    if not problems:
        console.print(f"{len(products)} up to date", style="green")
    console.print(f"took {times_of_stages()}", highlight=False)
    finish(problems)


@contextmanager
def telling_problems() -> Iterator[None]:
    """End the command with a message where a problem is raised."""
    try:
        yield
    except ProblemError as error:
        finish([error.problem])


def prepared() -> tuple[Project, Console]:
    """Return the project and a console; refuse an unknown arithmetic."""
    try:
        chosen()
    except UnknownArithmeticError as error:
        sys.exit(str(error))
    return Project.here(), Console()


def _named(
    products: list[Product],
    names: Sequence[str],
    parser: argparse.ArgumentParser,
) -> list[Product]:
    chosen = [p for p in products if not names or _short(p) in names]
    unknown = set(names) - set(map(_short, products))
    if unknown:
        known = "\n  ".join(map(_short, products))
        parser.error(f"unknown: {', '.join(sorted(unknown))}\n  {known}")
    return chosen


def _kinds(product: Product) -> str:
    return f"{product.name.rpartition(' ')[0]}s"


def _short(product: Product) -> str:
    return product.name.partition(" ")[2]


def finish(problems: Sequence[Problem]) -> None:
    """Report problems and exit: with 0 if there are none."""
    report(problems, Console(stderr=True))
    if problems:
        Console(stderr=True).print(f"{len(problems)} problem(s)", style="red")
    sys.exit(bool(problems))
