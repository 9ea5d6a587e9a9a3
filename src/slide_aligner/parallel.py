"""Many files on many cores: one that breaks does not stop the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from terminal.errors import Failure, FileProblemError, unexpected

T = TypeVar("T")
R = TypeVar("R")
_WORTH_PROCESSES = 8


@dataclass(frozen=True)
class _Guarded(Generic[T, R]):
    """Work whose errors come back as values: not all can be sent."""

    work: Callable[[T], R]
    name_of: Callable[[T], str]

    def __call__(self, item: T) -> R | Failure:
        try:
            return self.work(item)
        except FileProblemError as problem:
            return Failure(str(problem))
        except Exception as error:
            return unexpected(self.name_of(item), error)

    def result_of(self, future: Future[R | Failure], item: T) -> R | Failure:
        """Wait for a result; try again if the process ended before it."""
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(item)

    def _alone(self, item: T) -> R | Failure:
        # Another item may have ended the process that this one was in.
        with _pool(1) as pool:
            try:
                return pool.submit(self, item).result()
            except BrokenProcessPool:
                return Failure(
                    f"{self.name_of(item)}: the process that read it died; "
                    "the file is damaged or needs more memory than there is"
                )


def n_processes(jobs: int | None, n_items: int, *, slow: bool = False) -> int:
    """Return how many processes are worth starting.

    Parameters
    ----------
    jobs : int or None
        How many the user allows; None leaves the choice.
    n_items : int
        How many files there are.
    slow : bool
        Whether each takes many seconds.
    """
    if jobs is None:
        # A new process needs about a second before it does anything.
        worth = slow or n_items >= _WORTH_PROCESSES
        jobs = os.cpu_count() or 1 if worth else 1
    return max(1, min(jobs, n_items))


def run_all(
    work: Callable[[T], R],
    items: Sequence[T],
    *,
    name_of: Callable[[T], str],
    processes: int = 1,
    done: Callable[[], object] = lambda: None,
) -> list[R | Failure]:
    """Do some work for each item.

    Parameters
    ----------
    work : callable
        A function of a module, so that new processes find it.
    items : sequence
        What it is called with, one at a time.
    name_of : callable
        Names an item in messages; also a function of a module.
    processes : int
        With 1, all is done in this process.
    done : callable
        Called after each item.

    Returns
    -------
    list
        In the order of the items: the result, or why there is none.
    """
    guarded = _Guarded(work, name_of)
    if processes > 1:
        return _spread(guarded, items, processes, done)
    results = []
    for item in items:
        results.append(guarded(item))
        done()
    return results


def _spread(
    guarded: _Guarded[T, R],
    items: Sequence[T],
    processes: int,
    done: Callable[[], object],
) -> list[R | Failure]:
    futures: list[Future[R | Failure]] = []
    with _pool(processes) as pool:
        try:
            with _deaf_to_interrupts():
                futures += [pool.submit(guarded, item) for item in items]
            for _ in as_completed(futures):
                done()
        except BaseException:
            # Left behind, the pool then waits for its end in peace.
            for future in futures:
                future.cancel()
            for child in multiprocessing.active_children():
                child.terminate()
            raise
    return [
        guarded.result_of(future, item)
        for future, item in zip(futures, items, strict=True)
    ]


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned processes are alike on all systems and inherit no locks.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(
        processes, context, initializer=_leave_interrupts_to_the_parent
    )


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes start that do not print a traceback at Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        previous = signal.SIG_DFL if handler is None else handler
        signal.signal(signal.SIGINT, previous)


def _leave_interrupts_to_the_parent() -> None:
    # On Windows a new process does not inherit what the parent ignores.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
