"""What is recorded is made a second time, in another environment.

A result that depends on chance, the clock, memory or a name that was chosen
for it would agree with its record today and never again.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from lecture_site.basics.problems import Problem, mention
from lecture_site.basics.project import Project
from lecture_site.processes.elsewhere import run_elsewhere
from lecture_site.processes.isolated import Outcome
from lecture_site.processes.with_progress import with_progress
from lecture_site.products.ledger import Seals
from lecture_site.products.product import Product

REMEDY = (
    "give random numbers a seed, sort a set before it is shown, and print "
    "no time, address, process number or temporary name"
)


def unsteady(
    recorded: Iterable[Product], project: Project, console: Console
) -> list[Problem]:
    """Return what does not come out as it was just recorded.

    Such a record stays to be looked at, but loses its seal.

    Parameters
    ----------
    recorded : iterable of Product
        Products that were recorded.
    project : Project
        The checkout.
    console : Console
        Where progress is shown.
    """
    products = {product.task: product for product in recorded}
    problems = []
    for task, outcome in (
        with_progress(
            products, console, "what was recorded, once more", run_elsewhere
        )
        if products
        else ()
    ):
        product = products[task]
        if why := _difference(product, outcome, project):
            Seals(project.seals).forget(product.name)
            place = mention(project, product.mentioned_as)
            problems.append(Problem(f"{product.name} {why}", REMEDY, *place))
    return problems


def _difference(product: Product, outcome: Outcome, project: Project) -> str:
    if outcome.error:
        return f"failed when it was made a second time: {outcome.error}"
    kept = product.target.read()
    if kept is None:
        return "vanished while it was made a second time"
    if str(project.root) in kept:
        return "shows a path of this machine, which others do not have"
    found = product.compare(kept, outcome.text)
    if found.agrees:
        return ""
    return f"comes out otherwise each time it is made: {found.note}"
