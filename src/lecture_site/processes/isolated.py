"""Runs functions isolated and warm.

Isolated: each call has a process of its own, so no seed, data type, figure
or environment leaks into the next; only calls that say so share one. Warm:
where the system can fork, these processes are copies of one that has loaded
already what is slow to load and will be used.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from queue import SimpleQueue
from threading import Lock
from typing import Any

from lecture_site.processes import arithmetic
from lecture_site.processes.child import Child

SLOW = [
    "numpy",
    "matplotlib.pyplot",
    "torch",
    "sklearn.datasets",
    "sklearn.linear_model",
]

# The longest task takes 40 seconds on a usual machine. One that is twenty
# times slower, or busy, must not fail for that; one that hangs must end.
LONGEST = 800


@dataclass(frozen=True)
class Task:
    """A call to be made in another process.

    Parameters
    ----------
    name : str
        How the task is called in progress and messages.
    function : callable
        A function at the top level of a module; it returns a text.
    arguments : tuple
        What it is called with; must be picklable.
    shares : str
        Tasks with the same word may run one after the other in one process,
        so that what they have in common is computed once; those without a
        word have a process each.
    """

    name: str
    function: Callable[..., str]
    arguments: tuple[Any, ...] = ()
    shares: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of a task: either a text or an error."""

    text: str = ""
    error: str = ""


Ends = Iterator[tuple[Task, Outcome]]


def run_all(
    tasks: Iterable[Task],
    *,
    seconds: float = LONGEST,
    context: BaseContext | None = None,
    imports: Iterable[str] = SLOW,
) -> Ends:
    """Run tasks, as many at a time as there are processors.

    Parameters
    ----------
    tasks : iterable of Task
        What to run.
    seconds : float
        A task that takes longer is ended and counts as failed.
    context : BaseContext, optional
        How processes are started, if they are not to be warm.
    imports : iterable of str
        What the tasks import: of what is slow to load, only this is loaded
        once for all of them.

    Yields
    ------
    tuple of (Task, Outcome)
        As they end.
    """
    context, waiting = context or warm_context(imports), _Waiting(tasks)
    n_workers = os.cpu_count() or 1
    ended: SimpleQueue[tuple[Task, Outcome] | None] = SimpleQueue()
    with ThreadPoolExecutor(n_workers) as pool:
        workers = [
            pool.submit(_work, waiting, Child(context), seconds, ended)
            for _ in range(n_workers)
        ]
        try:
            for _ in workers:
                yield from iter(ended.get, None)
        finally:
            waiting.give_up()
        for worker in workers:
            worker.result()


class _Waiting:
    """Tasks that nobody has begun, by what they share."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._lock = Lock()
        self._left: dict[object, deque[Task]] = {}
        for task in tasks:
            key = task.shares or task
            self._left.setdefault(key, deque()).append(task)
        self._fresh = deque(self._left)

    def choose(self) -> object:
        """Return a group to work on, or None if all is begun.

        Where every group has its worker, the one with most left gets a
        second: what they share is then computed twice, and nobody waits.
        """
        with self._lock:
            if self._fresh:
                return self._fresh.popleft()
            left = [key for key, tasks in self._left.items() if tasks]
            return max(left, key=lambda k: len(self._left[k]), default=None)

    def take(self, key: object) -> Task | None:
        """Return the next task of a group, if there is one."""
        with self._lock:
            return self._left[key].popleft() if self._left[key] else None

    def give_up(self) -> None:
        """Begin no more tasks."""
        with self._lock:
            self._fresh.clear()
            for tasks in self._left.values():
                tasks.clear()


def _work(
    waiting: _Waiting,
    child: Child,
    seconds: float,
    ended: SimpleQueue[tuple[Task, Outcome] | None],
) -> None:
    """Run one group after the other, each in a fresh process."""
    try:
        while (key := waiting.choose()) is not None:
            while task := waiting.take(key):
                answer = child.call(task.function, task.arguments, seconds)
                ended.put((task, Outcome(**answer)))
            child.end()
    finally:
        child.end()
        ended.put(None)


def warm_up() -> None:
    """Load the slow libraries now, so that the first task need not wait."""
    if warm_context().get_start_method() == "forkserver":
        forkserver.ensure_running()


def warm_context(imports: Iterable[str] = SLOW) -> BaseContext:
    """Return how processes are started that compute as results need it."""
    arithmetic.fix()
    os.environ["MPLBACKEND"] = "Agg"
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["lecture_site.build", *slow_in(imports)])
    return context


def slow_in(imports: Iterable[str]) -> list[str]:
    """Return what is slow to load and belongs to what is imported."""
    tops = {name.partition(".")[0] for name in imports}
    return [name for name in SLOW if name.partition(".")[0] in tops]
