"""Makes what is stale: what others have made is taken, the rest made here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rich.console import Console

from lecture_site.basics.problems import Problem
from lecture_site.basics.progress import warn
from lecture_site.basics.project import Project
from lecture_site.cluster.client import ON, run_on
from lecture_site.exchange.entry import Wanted
from lecture_site.exchange.results import SharedResults, shared_results
from lecture_site.processes.isolated import Outcome, run_all
from lecture_site.processes.with_progress import Run, with_progress
from lecture_site.products.keeper import Keeper
from lecture_site.products.ledger import Ledger, Seals
from lecture_site.products.product import Product
from lecture_site.products.steadiness import unsteady
from lecture_site.staleness.byte_code import forget_older_byte_code
from lecture_site.staleness.fingerprint import Imports

Prints = Mapping[Product, str]  # the fingerprints of their sources


def bring_up_to_date(
    products: Iterable[Product],
    project: Project,
    *,
    record: bool,
    console: Console,
    everything: bool = False,
    named: str = "what is stale",
    recorded: list[Product] | None = None,
) -> list[Problem]:
    """Make again what is stale, and record it or compare it.

    Parameters
    ----------
    products : iterable of Product
        What may be stale.
    project : Project
        The checkout.
    record : bool
        Whether to keep a result that no longer agrees with the recorded
        one; if not, it is a problem.
    console : Console
        Where progress is shown.
    everything : bool
        Whether to make fresh results again too, and those of others.
    named : str
        What these products are called together.
    recorded : list of Product, optional
        Is filled with what was recorded, if it is not to be made a second
        time here.

    Returns
    -------
    list of Problem
        Empty if all is well.
    """
    imports = Imports(project)
    prints = {product: product.fingerprint(imports) for product in products}
    later = [] if recorded is None else recorded
    keeper = Keeper(project, Seals(project.seals), record, console, later)
    making = _Making(keeper, Ledger(project.cache / "made.json"), named)
    with making.ledger.saved():
        left = prints if everything else making.left(prints)
        problems = making.make(left)
    if recorded is None:
        problems += unsteady(later, project, console)
    return problems


@dataclass(frozen=True)
class _Making:
    """Makes products and remembers of which sources."""

    keeper: Keeper
    ledger: Ledger
    named: str

    @property
    def shared(self) -> SharedResults | None:
        return shared_results(self.keeper.console)

    def left(self, prints: Prints) -> Prints:
        """Return what is stale and nobody else has made."""
        return self.without_shared(self.stale(prints))

    def stale(self, prints: Prints) -> Prints:
        """Return those that are not as they were made or confirmed last."""
        return {
            product: sources
            for product, sources in prints.items()
            if not self.ledger.is_fresh(
                product.name, sources, product.target.read()
            )
            or not self.keeper.is_sealed(product)
        }

    def without_shared(self, stale: Prints) -> Prints:
        """Take what others have made, and return what is left to make.

        It may say that a record holds, and can never become one.
        """
        if not stale or self.shared is None:
            return stale
        sceptic = replace(self, keeper=replace(self.keeper, record=False))
        wanted = {
            Wanted(product.name, sources): product
            for product, sources in stale.items()
            if self.keeper.is_sealed(product)
        }

        def take(want: Wanted, text: str) -> bool:
            made = Outcome(text)
            return not sceptic.settle(wanted[want], want.made_from, made)

        taken = {wanted[want] for want in self.shared.fetch(wanted, take)}
        return {p: sources for p, sources in stale.items() if p not in taken}

    def make(self, stale: Prints) -> list[Problem]:
        """Make each here, and let others have it."""
        products = {product.task: product for product in stale}
        imports = Imports(self.keeper.project)
        sources = {product.source for product in stale}
        forget_byte_code(sources, imports)
        console, problems = self.keeper.console, list[Problem]()
        run = self._elsewhere(stale) or partial(
            run_all, imports={n for s in sources for n in imports.names_in(s)}
        )
        for task, outcome in with_progress(products, console, self.named, run):
            product = products[task]
            problems += self.settle(product, stale[product], outcome)
            if not outcome.error:
                self.give(product, stale[product], outcome.text)
        return problems

    def _elsewhere(self, stale: Prints) -> Run | None:
        """Return how tasks are run on other machines, if they are to be."""
        address = os.environ.get(ON)
        if not address or not stale:
            return None
        recipes = {product.recipe: digest for product, digest in stale.items()}
        return lambda _: run_on(
            address,
            recipes,
            self.keeper.project,
            partial(warn, self.keeper.console),
        )

    def settle(
        self, product: Product, sources: str, outcome: Outcome
    ) -> list[Problem]:
        """Return what is wrong; if nothing is, remember the result."""
        problem = self.keeper.settle(product, outcome)
        if problem:
            return [problem]
        kept = product.target.read() or ""
        self.ledger.remember(product.name, sources, kept)
        return []

    def give(self, product: Product, sources: str, text: str) -> None:
        """Let others have a text, unless its sources changed meanwhile.

        Whoever has the sources as they were would take it for theirs.
        """
        if self.shared is None:
            return
        if product.fingerprint(Imports(self.keeper.project)) == sources:
            self.shared.give(Wanted(product.name, sources), text)


def forget_byte_code(sources: Iterable[Path], imports: Imports) -> None:
    """Let nothing be run as it was before it was edited."""
    for source in sources:
        forget_older_byte_code(imports.lead_to(source))
