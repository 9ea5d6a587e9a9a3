"""Settles what was made again: it confirms its record, or does not.

If both agree, the record stays as it is, so that two machines do not undo
each other's digits; if not, recording writes it and checking refuses it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rich.console import Console

from agreement.tolerance import ToleranceError
from lecture_site.basics.problems import Problem, mention
from lecture_site.basics.project import Project
from lecture_site.processes.isolated import Outcome
from lecture_site.products.ledger import Seals
from lecture_site.products.product import Product


@dataclass(frozen=True)
class Keeper:
    """Records results that no longer agree, or says what is wrong.

    Parameters
    ----------
    project : Project
        The checkout.
    seals : Seals
        Of the committed results.
    record : bool
        Whether to keep a result that no longer agrees with the recorded
        one; if not, it is a problem.
    console : Console
        Where it is told what was recorded.
    recorded : list of Product
        Is filled with what was recorded.
    """

    project: Project
    seals: Seals
    record: bool
    console: Console
    recorded: list[Product] = field(default_factory=list)

    def is_sealed(self, product: Product) -> bool:
        """Tell whether what is kept is what was recorded."""
        kept = product.target.read()
        return not product.is_committed or self.seals.holds(product.name, kept)

    def settle(self, product: Product, outcome: Outcome) -> Problem | None:
        """Return what is wrong with a result that was made again."""
        if outcome.error:
            return self._failed(product, outcome.error)
        kept = product.target.read()
        if kept is None:
            return self._keep(
                product,
                outcome.text,
                "has never been recorded",
                "run 'make record' and commit it",
            )
        if not self.is_sealed(product):
            known = self.seals.knows(product.name)
            return self._keep(
                product,
                outcome.text,
                "was changed by hand since it was recorded"
                if known
                else "has no seal in recorded.json",
                "undo that, or run 'make record' to make it anew",
            )
        return self._compared(product, kept, outcome.text)

    def _compared(
        self, product: Product, kept: str, made: str
    ) -> Problem | None:
        try:
            found = product.compare(kept, made)
        except ToleranceError as error:
            return self._failed(product, str(error))
        except Exception as error:  # whatever a damaged text breaks
            return self._keep(
                product,
                made,
                f"cannot be compared with its record: {error!r}",
                "restore the record, or run 'make record'",
            )
        if found.agrees:
            return None
        return self._keep(
            product,
            made,
            f"no longer gives what is recorded: {found.note}",
            "undo what changed it, or run 'make record' and read what changed",
        )

    def _keep(
        self, product: Product, made: str, why: str, remedy: str
    ) -> Problem | None:
        if product.is_committed and not self.record:
            place = mention(self.project, product.mentioned_as)
            return Problem(f"{product.name} {why}", remedy, *place)
        product.target.write(made)
        if product.is_committed:
            # As it is read again: a target may tidy what it keeps.
            self.seals.seal(product.name, product.target.read() or "")
            self.recorded.append(product)
            self.console.print(
                f"recorded: {product.name}, since it {why}",
                highlight=False,
                markup=False,
                soft_wrap=True,
            )
        return None

    def _failed(self, product: Product, error: str) -> Problem:
        place = mention(self.project, product.mentioned_as)
        error = error.replace(f"{self.project.root}/", "")
        what = f"{product.name} failed: {error}"
        return Problem(what, f"mend it and try '{product.again}'", *place)
