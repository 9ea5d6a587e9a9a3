"""Two commands that make results in one checkout wait for each other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout
from rich.console import Console

from lecture_site.basics.project import Project


@contextmanager
def alone_in(project: Project, console: Console) -> Iterator[None]:
    """Hold a checkout for as long as the context lasts.

    Whoever comes second waits, and is told so. The system lets go of it when
    a process ends, however it ends.

    Parameters
    ----------
    project : Project
        The checkout.
    console : Console
        Where it is said that somebody waits.
    """
    project.cache.mkdir(parents=True, exist_ok=True)
    lock = FileLock(project.cache / "build.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        console.print("another build is running here: waiting until it ends")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
