"""What the commands in ``scripts/`` share: choosing, running, reporting."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from rich.console import Console

from lecture_site.problems import Problem, report
from lecture_site.products import Product, bring_up_to_date
from lecture_site.project import Project


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
    chosen = parser.parse_args()
    project, console = Project.here(), Console()
    products = _named(products_of(project), chosen.names, parser)
    problems = bring_up_to_date(
        products,
        project,
        record=not chosen.check,
        console=console,
        everything=chosen.all or bool(chosen.names),
    )
    if not problems:
        console.print(f"{len(products)} up to date", style="green")
    finish(problems)


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


def _short(product: Product) -> str:
    return product.name.partition(" ")[2]


def finish(problems: Sequence[Problem]) -> None:
    """Report problems and exit: with 0 if there are none."""
    report(problems, Console(stderr=True))
    if problems:
        Console(stderr=True).print(f"{len(problems)} problem(s)", style="red")
    sys.exit(bool(problems))
