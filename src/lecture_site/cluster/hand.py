"""Hands orders to workers, and brings home what they say.

Whatever goes wrong on a worker costs time and nothing else. What a worker was
at that is lost is made by another; what one refuses, because its checkout is
another, is made by others; what nobody there can make, and what fails there,
is left to be made here.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Any

from lecture_site.cluster.order import Order
from lecture_site.cluster.worker import make
from lecture_site.processes.isolated import Outcome, Task

EVERY = 1.0  # seconds between two looks whether a worker is left


class Hand:
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
        # What is out, and whom it was given if not to all.
        self._out: dict[Any, tuple[Order, list[str]]] = {}
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
        self._out[future] = order, to or []
        future.add_done_callback(self._ended.put)

    def collected(self) -> Iterator[tuple[Task, Outcome]]:
        """Yield what comes back, until nothing is out."""
        seen = time.monotonic()
        while self._out:
            try:
                ended = self._ended.get(timeout=EVERY)
            except Empty:
                fit = self._fit()
                if fit:
                    seen = time.monotonic()
                    self._call_back(fit)
                if time.monotonic() - seen > self._patience:
                    self._give_up()
            else:
                seen = time.monotonic()
                order, _ = self._out.pop(ended, (None, None))
                if order:  # else it was called back
                    yield from self._received(ended, order)

    def _call_back(self, fit: list[str]) -> None:
        """Give to others what lies with workers of which none is left."""
        for future, (order, only) in list(self._out.items()):
            if only and not set(only) & set(fit):
                del self._out[future]
                self._hand_on(order, fit)

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
        for order, _ in self._out.values():
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
