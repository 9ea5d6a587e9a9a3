"""Finds the workers of a scheduler and lets them make results."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.cluster.hand import Hand
from lecture_site.cluster.order import Order, order_of
from lecture_site.processes.isolated import Outcome, Task, run_all
from lecture_site.staleness.recipe import Recipe

ON = "LECTURE_ON"  # names the scheduler, as the option --on does
SECONDS = 10.0  # within which a scheduler answers and has a worker
INSTALL = ".venv/bin/uv pip install --group cluster"


def run_on(
    address: str,
    recipes: Mapping[Recipe, str],
    project: Project,
    tell: Callable[[str], object],
    seconds: float = SECONDS,
) -> Iterator[tuple[Task, Outcome]]:
    """Run tasks on the workers of a scheduler.

    Parameters
    ----------
    address : str
        Of the scheduler, such as ``tcp://scheduler:8786``.
    recipes : mapping
        What is to be made, with the fingerprint of its sources.
    project : Project
        The checkout.
    tell : callable
        Is given what went wrong, a line each.
    seconds : float
        How long to wait for a scheduler, and for a worker.

    Yields
    ------
    tuple of (Task, Outcome)
        As they end.

    Raises
    ------
    ProblemError
        If there is no scheduler, no worker, or the package is missing.
    """
    with _client(address, seconds) as client:
        hand = Hand(client, tell, seconds)
        for order in _orders(recipes, project):
            hand.out(order)
        yield from hand.collected()
    yield from run_all(hand.left)


def _client(address: str, seconds: float) -> Any:
    """Return a connection to a scheduler that has workers."""
    distributed = _engine()
    try:
        # In a thread of its own, since tests may have a browser open.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, _call(address, seconds)).result()
    except (OSError, ValueError, TimeoutError) as error:
        what = f"no scheduler answers at {address}"
        start = "start one with '.venv/bin/dask scheduler', or go without it"
        raise ProblemError(Problem(what, start)) from error
    client = distributed.Client(address, set_as_default=False)
    try:
        client.wait_for_workers(1, timeout=seconds)
    except TimeoutError:
        client.close()
        what = f"the scheduler at {address} has no worker"
        start = f"start one in a checkout: '.venv/bin/dask worker {address}'"
        raise ProblemError(Problem(what, start)) from None
    return client


def _engine() -> Any:
    """Load what hands out work; nobody else needs it."""
    try:
        import dask

        # What is lost is told here, and in one line.
        loggers = ("distributed", "distributed.client")
        dask.config.set({"logging": dict.fromkeys(loggers, "critical")})
        import distributed
    except ModuleNotFoundError as error:
        what = f"the package {error.name} is missing, which hands out work"
        raise ProblemError(Problem(what, f"install it: {INSTALL}")) from None
    return distributed


async def _call(address: str, seconds: float) -> None:
    """Call a scheduler: a client that gets no answer closes noisily."""
    from distributed.comm.core import connect

    async with asyncio.timeout(2 * seconds):
        comm = await connect(address, timeout=seconds)
        await comm.close()


def _orders(
    recipes: Mapping[Recipe, str], project: Project
) -> Iterator[Order]:
    """Yield what one process makes: all that shares a word, else one."""
    groups: dict[object, dict[Recipe, str]] = {}
    for recipe, digest in recipes.items():
        key = recipe.task.shares or recipe
        groups.setdefault(key, {})[recipe] = digest
    for group in groups.values():
        yield order_of(group, project.root, project.cache)
