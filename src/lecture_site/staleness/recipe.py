"""What a result is made from, in a form that another checkout can check."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from pathlib import Path

from lecture_site.processes.isolated import Task
from lecture_site.staleness.fingerprint import Imports, fingerprint


@dataclass(frozen=True)
class Recipe:
    """A task together with all that its result depends on.

    Parameters
    ----------
    task : Task
        Makes the result.
    source : Path
        The file that the task runs; its first argument, if it has any.
    helpers : tuple of Path
        Files that the result depends on and its source does not lead to.
    allows : str
        What its source says of how far it may move.
    """

    task: Task
    source: Path
    helpers: tuple[Path, ...] = ()
    allows: str = ""

    @property
    def makers(self) -> tuple[Path, ...]:
        """The file of the function that makes the text, and its helpers."""
        return Path(inspect.getfile(self.task.function)), *self.helpers

    def fingerprint(self, imports: Imports) -> str:
        """Return a digest of all that it depends on.

        It is the same wherever the checkout lies: of files that the task is
        given, their content counts and not their place.
        """
        files = {str(path) for path in self.helpers}
        given = tuple(a for a in self.task.arguments[1:] if a not in files)
        what = (given, self.allows)
        return fingerprint(self.source, imports, *self.makers, what=what)

    def moved(self, old: Path, new: Path) -> Recipe:
        """Return the same recipe in another checkout.

        Parameters
        ----------
        old : Path
            The root of the checkout that it is of.
        new : Path
            The root of the other.
        """

        def there(path: Path) -> Path:
            inside = path.is_relative_to(old)
            return new / path.relative_to(old) if inside else path

        given = (
            str(there(Path(a))) if str(a).startswith(str(old)) else a
            for a in self.task.arguments
        )
        return replace(
            self,
            task=replace(self.task, arguments=tuple(given)),
            source=there(self.source),
            helpers=tuple(map(there, self.helpers)),
        )
