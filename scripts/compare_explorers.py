"""Compare what explorers compute with what the teaching code computes."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.commands import check_names, finish, script
from lecture_site.explorers.products import (
    explorer_problems,
    explorer_products,
    written,
)
from lecture_site.products.product import Product


def main(
    chosen: Annotated[
        list[str] | None,
        typer.Argument(
            help="Explorers; all by default.", metavar="[NAMES]..."
        ),
    ] = None,
) -> None:
    """Compute golden states as a page does, and say how far they are off."""
    project = Project.here()
    products = {p.name.split()[1]: p for p in explorer_products(project)}
    if not {*(chosen or ())} & {*written(project)} <= products.keys():
        finish(explorer_problems(project))
    check_names(chosen or [], list(products))
    table = Table("explorer", "states", "values", "largest difference")
    problems = [] if chosen else explorer_problems(project)
    for name in chosen or products:
        problems += _compared(name, products[name], table)
    Console().print(table)
    finish(problems)


def _compared(name: str, product: Product, table: Table) -> list[Problem]:
    task = product.task
    try:
        found = json.loads(task.function(*task.arguments))
    except Exception as error:
        remedy = "mend its model, or the golden values"
        return [Problem(f"{name}: {type(error).__name__}: {error}", remedy)]
    row = (found["states"], found["golden_values"])
    table.add_row(name, *map(str, row), f"{found['largest_difference']:.0e}")
    return []


if __name__ == "__main__":
    script(main, __doc__)
