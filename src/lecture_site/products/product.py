"""Makes the generated files that are committed: outputs, figures, numbers.

Everything generated has one way to be: it is made by a task from a source,
and is made again when it is stale. What is made again is compared with what
is recorded. If both agree, the record stays as it is, so that two machines
do not undo each other's digits; if not, recording writes it and checking
refuses it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import ParseError

from rich.console import Console

from agreement import texts
from agreement.difference import SAME, Difference, differs
from agreement.tolerance import ToleranceError
from lecture_site.basics.problems import Problem, mention
from lecture_site.basics.progress import stage
from lecture_site.basics.project import Project
from lecture_site.basics.targets import Target
from lecture_site.processes.isolated import Outcome, Task, run_all
from lecture_site.products.ledger import Ledger, Seals
from lecture_site.staleness.byte_code import forget_older_byte_code
from lecture_site.staleness.fingerprint import Imports, fingerprint


def equal(recorded: str, made: str) -> Difference:
    """Compare to the byte what each checkout makes for itself."""
    return SAME if recorded == made else differs("it is not the same")


@dataclass(frozen=True)
class Product:
    """A generated text that is kept.

    Parameters
    ----------
    task : Task
        Makes the text.
    source : Path
        The file that the task runs.
    target : Target
        Where the text is kept.
    mentioned_as : str
        How a page refers to it, so that messages can name page and line.
    again : str
        The command with which the author sees the failure alone.
    helpers : tuple of Path
        Files that the result depends on and its source does not lead to.
    compare : callable
        Says whether a text that was made again agrees with the kept one.
    is_committed : bool
        Whether it is recorded for everyone, or made by each checkout.
    allows : str
        What its source says of how far it may move; comments say it, which
        else change nothing.
    """

    task: Task
    source: Path
    target: Target
    mentioned_as: str
    again: str
    helpers: tuple[Path, ...] = ()
    compare: Callable[[str, str], Difference] = texts.compare
    is_committed: bool = True
    allows: str = ""

    @property
    def name(self) -> str:
        """The product's name in messages."""
        return self.task.name

    @property
    def makers(self) -> tuple[Path, ...]:
        """The file of the function that makes the text, and its helpers."""
        return Path(inspect.getfile(self.task.function)), *self.helpers

    def fingerprint(self, imports: Imports) -> str:
        """Return a digest of all that it depends on."""
        what = (self.task.arguments[1:], self.allows)  # [0] is the source
        return fingerprint(self.source, imports, *self.makers, what=what)


def bring_up_to_date(
    products: Iterable[Product],
    project: Project,
    *,
    record: bool,
    console: Console,
    everything: bool = False,
    named: str = "what is stale",
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
        Whether to make fresh results again too.
    named : str
        What these products are called together.

    Returns
    -------
    list of Problem
        Empty if all is well.
    """
    ledger = Ledger(project.cache / "made.json")
    keeper = _Keeper(project, Seals(project.seals), record, console)
    imports = Imports(project)
    prints = {product: product.fingerprint(imports) for product in products}
    stale = {
        product.task: product
        for product, digest in prints.items()
        if everything
        or not ledger.is_fresh(product.name, digest, product.target.read())
        or not keeper.is_sealed(product)
    }
    for product in stale.values():
        forget_older_byte_code(imports.lead_to(product.source))
    problems = []
    for task, outcome in with_progress(stale, console, named):
        product = stale[task]
        problem = keeper.settle(product, outcome)
        if problem:
            problems.append(problem)
        else:
            kept = product.target.read() or ""
            ledger.remember(product.name, prints[product], kept)
            ledger.save()
    return problems


def with_progress(
    tasks: Iterable[Task], console: Console, named: str
) -> Iterator[tuple[Task, Outcome]]:
    """Run tasks and show how many are done and which ended last."""
    tasks = list(tasks)
    with stage(named, console, len(tasks)) as now:
        for task, outcome in run_all(tasks):
            now.advance(task.name)
            yield task, outcome


@dataclass(frozen=True)
class _Keeper:
    """Records results that no longer agree, or says what is wrong."""

    project: Project
    seals: Seals
    record: bool
    console: Console

    def is_sealed(self, product: Product) -> bool:
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
        except (ValueError, KeyError, ParseError) as error:
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
