"""Products: generated texts that are kept, each with its task.

Everything generated has one way to be: it is made by a task from a source,
and is made again when it is stale.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agreement import texts
from agreement.difference import SAME, Difference, differs
from lecture_site.basics.targets import Target
from lecture_site.processes.isolated import Task
from lecture_site.staleness.fingerprint import Imports
from lecture_site.staleness.recipe import Recipe


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
    def recipe(self) -> Recipe:
        """How the text is made, and of what."""
        return Recipe(self.task, self.source, self.helpers, self.allows)

    def fingerprint(self, imports: Imports) -> str:
        """Return a digest of all that it depends on."""
        return self.recipe.fingerprint(imports)
