"""Makes the generated files that are committed: outputs, figures, numbers.

Everything generated has one way to be: it is made by a task from a source,
and is made again when it is stale. Recording writes the result; checking
compares it with what is committed.
"""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)

from lecture_site.isolation import Outcome, Task, run_all
from lecture_site.problems import Problem, mention
from lecture_site.project import Project
from lecture_site.staleness import Ledger, fingerprint
from lecture_site.targets import EntryTarget, FileTarget


@dataclass(frozen=True)
class Product:
    """A generated text that is committed.

    Parameters
    ----------
    task : Task
        Makes the text.
    source : Path
        The file that the task runs.
    target : FileTarget or EntryTarget
        Where the text is kept.
    mentioned_as : str
        How a page refers to it, so that messages can name page and line.
    again : str
        The command with which the author sees the failure alone.
    helpers : tuple of Path
        Files that the result depends on and its source does not lead to.
    """

    task: Task
    source: Path
    target: FileTarget | EntryTarget
    mentioned_as: str
    again: str
    helpers: tuple[Path, ...] = ()

    @property
    def name(self) -> str:
        """The product's name in messages."""
        return self.task.name

    @property
    def makers(self) -> tuple[Path, ...]:
        """The file of the function that makes the text, and its helpers."""
        return Path(inspect.getfile(self.task.function)), *self.helpers


def bring_up_to_date(
    products: Iterable[Product],
    project: Project,
    *,
    record: bool,
    console: Console,
    everything: bool = False,
    announce: bool = True,
) -> list[Problem]:
    """Make again what is stale, and record it or compare it.

    Parameters
    ----------
    products : iterable of Product
        What may be stale.
    project : Project
        The checkout.
    record : bool
        Whether to keep a changed result; if not, a change is a problem.
    console : Console
        Where progress is shown.
    everything : bool
        Whether to make fresh results again too.
    announce : bool
        Whether to name what was recorded.

    Returns
    -------
    list of Problem
        Empty if all is well.
    """
    ledger = Ledger(project.cache / "made.json")
    prints = {p: fingerprint(p.source, project, *p.makers) for p in products}
    stale = {
        product.task: product
        for product, digest in prints.items()
        if everything
        or not ledger.is_fresh(product.name, digest, product.target.read())
    }
    problems = []
    for task, outcome in with_progress(stale, console):
        product = stale[task]
        before = product.target.read()
        problem = _settle(product, outcome, project, record)
        if problem:
            problems.append(problem)
        else:
            ledger.remember(product.name, prints[product], outcome.text)
            ledger.save()
            if announce and product.target.read() != before:
                console.print(f"recorded: {product.name}", highlight=False)
    return problems


def with_progress(
    tasks: Iterable[Task], console: Console
) -> Iterable[tuple[Task, Outcome]]:
    """Run tasks and show how many are done and which ended last."""
    tasks = list(tasks)
    if not tasks:
        return
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task("starting", total=len(tasks))
        for task, outcome in run_all(tasks):
            progress.update(bar, advance=1, description=task.name)
            yield task, outcome


def _settle(
    product: Product,
    outcome: Outcome,
    project: Project,
    record: bool,
) -> Problem | None:
    if outcome.error:
        return _failed(product, outcome.error, project)
    kept = product.target.read()
    if kept == outcome.text:
        return None
    if not record:
        return _changed(product, kept, outcome.text, project)
    product.target.write(outcome.text)
    return None


def _failed(product: Product, error: str, project: Project) -> Problem:
    page, line = mention(project, product.mentioned_as)
    what = f"{product.name} failed: {_from_root(error, project)}"
    return Problem(what, f"mend it and try '{product.again}'", page, line)


def _changed(
    product: Product, kept: str | None, made: str, project: Project
) -> Problem:
    page, line = mention(project, product.mentioned_as)
    if kept is None:
        what = f"{product.name} has never been recorded"
        return Problem(what, "run 'make record' and commit it", page, line)
    diff = difflib.unified_diff(
        kept.splitlines(), made.splitlines(), "recorded", "now", "", "", 0, ""
    )
    shown = "\n".join(f"    {row[:100]}" for row in list(diff)[:12])
    what = f"{product.name} no longer gives what is recorded:\n{shown}"
    remedy = "undo what changed it, or run 'make record' and read what changed"
    return Problem(what, remedy, page, line)


def _from_root(error: str, project: Project) -> str:
    return error.replace(f"{project.root}/", "")
