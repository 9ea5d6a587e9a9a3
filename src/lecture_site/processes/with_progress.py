"""Runs tasks and shows how far they are."""

from __future__ import annotations

from collections.abc import Callable, Collection

from rich.console import Console

from lecture_site.basics.progress import stage
from lecture_site.processes.isolated import Ends, Task, run_all

Run = Callable[[Collection[Task]], Ends]


def with_progress(
    tasks: Collection[Task], console: Console, named: str, run: Run = run_all
) -> Ends:
    """Run tasks and show how many are done and which ended last."""
    with stage(named, console, len(tasks)) as now:
        for task, outcome in run(tasks):
            now.advance(task.name)
            yield task, outcome
