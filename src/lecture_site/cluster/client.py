"""Hands results to the workers of a scheduler, and brings home what they say.

Whatever goes wrong on a worker costs time and nothing else. A result of a
worker that is lost is made by another; what a worker refuses because its
checkout is another is made by others; what nobody there can make, and what
fails there, is made here.
"""

from __future__ import annotations

import asyncio
import pickle
import time
from collections.abc import Callable, Iterator, Mapping
from queue import Empty, SimpleQueue
from typing import Any

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.cluster.order import Order, order_of
from lecture_site.cluster.worker import make
from lecture_site.processes.isolated import Outcome, Task, run_all
from lecture_site.staleness.recipe import Recipe

ON = "LECTURE_ON"  # names the scheduler, as the option --on does
SECONDS = 10.0  # within which a scheduler answers and has a worker
EVERY = 1.0  # seconds between two looks whether a worker is left
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
        hand = _Hand(client, tell, seconds)
        for order in _orders(recipes, project):
            hand.out(order)
        yield from hand.collected()
    yield from run_all(hand.left)


def _client(address: str, seconds: float) -> Any:
    """Return a connection to a scheduler that has workers."""
    distributed = _engine()
    try:
        asyncio.run(_call(address, seconds))
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
    from distributed.comm import connect

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


class _Hand:
    """Orders that are out, and what is left to make here.

    Parameters
    ----------
    client : distributed.Client
        A connection to the scheduler.
    tell : callable
        Is given what went wrong.
    seconds : float
        How long all workers may be away.
    """

    def __init__(
        self, client: Any, tell: Callable[[str], object], seconds: float
    ) -> None:
        self.left: list[Task] = []
        self._client = client
        self._tell = tell
        self._patience = seconds
        self._out: dict[Any, Order] = {}
        self._only: dict[Any, list[str]] = {}  # whom it was given, if not all
        self._told: set[str] = set()
        self._ended: SimpleQueue[Any] = SimpleQueue()
        self._unfit: set[str] = set()

    def out(self, order: Order, to: list[str] | None = None) -> None:
        """Give an order to any worker, or to some; the long ones first."""
        future = self._client.submit(
            make,
            pickle.dumps(order),
            pure=False,
            workers=to,
            priority=len(order.recipes),
        )
        self._out[future] = order
        self._only[future] = to or []
        future.add_done_callback(self._ended.put)

    def collected(self) -> Iterator[tuple[Task, Outcome]]:
        """Yield what comes back, until nothing is out."""
        seen = time.monotonic()
        while self._out:
            try:
                ended = self._ended.get(timeout=EVERY)
            except Empty:
                fit = self._fit()
                self._call_back(fit)
                if time.monotonic() - seen > self._patience:
                    self._give_up()
                    return
                seen = time.monotonic() if fit else seen
            else:
                seen = time.monotonic()
                yield from self._received(ended, self._out.pop(ended))

    def _call_back(self, fit: list[str]) -> None:
        """Give to others what lies with workers of which none is left."""
        for future, only in list(self._only.items()):
            if future in self._out and only and not set(only) & set(fit):
                self._hand_on(self._out.pop(future), fit)

    def _fit(self) -> list[str]:
        """Return the workers that have refused nothing."""
        try:
            there = self._client.nthreads()
        except (OSError, TimeoutError):
            return []
        return [worker for worker in there if worker not in self._unfit]

    def _received(
        self, future: Any, order: Order
    ) -> Iterator[tuple[Task, Outcome]]:
        try:
            worker, answers = future.result()
        except Exception as error:  # whatever a worker has, or has not
            why = type(error).__name__
            self._say(f"a worker failed ({why}); what is lost is made here")
            self._lose(order)
            return
        refused = [a["refused"] for a in answers if "refused" in a]
        if refused:
            self._unfit.add(worker)
            self._say(f"{worker} makes nothing: {refused[0]}", worker)
            self._hand_on(order, self._fit())
            return
        for recipe, answer in zip(order.recipes, answers, strict=True):
            if "text" in answer:
                yield recipe.task, Outcome(**answer)
            else:
                self.left.append(recipe.task)

    def _hand_on(self, order: Order, fit: list[str]) -> None:
        """Give an order to the workers that may make it, or keep it."""
        if fit:
            self.out(order, fit)
        else:
            self._lose(order)

    def _give_up(self) -> None:
        self._say("no worker is left; what is lost is made here")
        for order in self._out.values():
            self._lose(order)
        self._out.clear()  # which takes them back from the scheduler

    def _lose(self, order: Order) -> None:
        """Leave an order to this machine."""
        self.left += [recipe.task for recipe in order.recipes]

    def _say(self, what: str, about: str = "") -> None:
        """Say something once, however often it happens."""
        if (about or what) not in self._told:
            self._told.add(about or what)
            self._tell(what)
