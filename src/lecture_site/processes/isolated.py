"""Runs functions isolated and warm.

Isolated: each call has a process of its own, so no seed, data type, figure
or environment leaks into the next. Warm: where the system can fork, these
processes are copies of one that has loaded the slow libraries already.
"""

from __future__ import annotations

import multiprocessing
import os
import sysconfig
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

from lecture_site.processes import arithmetic

WARM = [
    "lecture_site.build",
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
    """A call to be made in a process of its own.

    Parameters
    ----------
    name : str
        How the task is called in progress and messages.
    function : callable
        A function at the top level of a module; it returns a text.
    arguments : tuple
        What it is called with; must be picklable.
    """

    name: str
    function: Callable[..., str]
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of a task: either a text or an error."""

    text: str = ""
    error: str = ""


def run_all(
    tasks: Iterable[Task], *, seconds: float = LONGEST
) -> Iterator[tuple[Task, Outcome]]:
    """Run tasks, as many at a time as there are processors.

    Parameters
    ----------
    tasks : iterable of Task
        What to run.
    seconds : float
        A task that takes longer is ended and counts as failed.

    Yields
    ------
    tuple of (Task, Outcome)
        As they end.
    """
    arithmetic.fix()
    os.environ["MPLBACKEND"] = "Agg"
    context = _context()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = {
            pool.submit(_run, context, task, seconds): task for task in tasks
        }
        for future in as_completed(waiting):
            yield waiting[future], future.result()


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(WARM)
    return context


def _run(context: BaseContext, task: Task, seconds: float) -> Outcome:
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]
        target=_call, args=(sender, task.function, task.arguments)
    )
    process.start()
    sender.close()
    try:
        if receiver.poll(seconds):
            return Outcome(**receiver.recv())
        return Outcome(error=f"it ran for more than {seconds:g} seconds")
    except EOFError:
        return Outcome(error="it ended its process")
    finally:
        process.kill()
        process.join()


def _call(
    sender: Connection,
    function: Callable[..., str],
    arguments: tuple[Any, ...],
) -> None:
    warnings.simplefilter("error")
    try:
        sender.send({"text": function(*arguments)})
    except BaseException as error:
        sender.send({"error": _explain(error)})


def _explain(error: BaseException) -> str:
    """Name the last line of the author's own code, and the error."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _is_of_the_author(frame.filename)]
    place = f"{own[-1].filename}, line {own[-1].lineno}: " if own else ""
    return f"{place}{type(error).__name__}: {error}"


def _is_of_the_author(filename: str) -> bool:
    here = Path(__file__).parents[1]
    machinery = (
        sysconfig.get_path("stdlib"),
        str(here),
        str(here.parent / "agreement"),
        str(here.parent / "lecture_figures" / "drawing"),
        str(here.parent / "lecture_measurements" / "measurement.py"),
        "<",  # code that Python or a library has made
    )
    in_package = "site-packages" in filename
    return not (filename.startswith(machinery) or in_package)
