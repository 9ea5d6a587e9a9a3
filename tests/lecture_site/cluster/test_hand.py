"""An order finds a worker that may make it, or comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lecture_site.cluster import hand
from lecture_site.cluster.hand import Hand
from lecture_site.cluster.order import Answers, Order
from lecture_site.processes.isolated import Outcome, Task
from lecture_site.staleness.recipe import Recipe

TASK = Task("listing a", str)
ORDER = Order(Path(), {Recipe(TASK, Path("a.py")): "0123"})
Said = tuple[str, Answers] | Exception | None
MADE: Answers = [{"text": "0.25"}]
OLD: Answers = [{"refused": "it is old"}]


class Future:
    def __init__(self, said: Said) -> None:
        self.said = said

    def add_done_callback(self, done: Callable[["Future"], None]) -> None:
        if self.said:
            done(self)

    def result(self) -> tuple[str, Answers]:
        if isinstance(self.said, Exception):
            raise self.said
        assert self.said
        return self.said


class Scheduler:
    """Gives each order to who comes next in a script.

    A step of it says which workers there are when the order is given, and
    what becomes of it: who says what, an error, or nothing at all.
    """

    def __init__(self, *script: tuple[str, Said]) -> None:
        self._script = list(script)
        self._there = ""
        self.given: list[list[str] | None] = []

    def submit(
        self, *_: object, workers: list[str] | None, **__: object
    ) -> Future:
        self.given.append(workers)
        self._there, said = self._script.pop(0)
        return Future(said)

    def nthreads(self) -> dict[str, int]:
        return dict.fromkeys(self._there, 1)


def collected(
    scheduler: Scheduler, *, patience: float = 10
) -> tuple[list[tuple[Task, Outcome]], list[Task], list[str]]:
    told: list[str] = []
    given = Hand(scheduler, told.append, patience)
    given.out(ORDER)
    return list(given.collected()), given.left, told


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand, "EVERY", 0.01)


def test_what_one_refuses_others_are_given() -> None:
    scheduler = Scheduler(("ABC", ("A", OLD)), ("ABC", ("C", MADE)))
    made, left, told = collected(scheduler)
    assert made == [(TASK, Outcome("0.25"))]
    assert scheduler.given == [None, ["B", "C"]]
    assert left == []
    assert told == ["A makes nothing: it is old"]


def test_what_the_only_one_refuses_is_made_here() -> None:
    made, left, told = collected(Scheduler(("A", ("A", OLD))))
    assert made == []
    assert left == [TASK]
    assert told == ["A makes nothing: it is old"]


def test_what_waits_for_workers_that_are_gone_is_given_to_new_ones() -> None:
    scheduler = Scheduler(
        ("AB", ("A", OLD)), ("AC", None), ("AC", ("C", MADE))
    )
    made, left, _ = collected(scheduler)
    assert made == [(TASK, Outcome("0.25"))]
    assert scheduler.given == [None, ["B"], ["C"]]
    assert left == []


def test_what_fails_on_a_worker_is_made_here() -> None:
    failed: Answers = [{"error": "no such font"}]
    made, left, told = collected(Scheduler(("A", ("A", failed))))
    assert (made, left, told) == ([], [TASK], [])


def test_what_a_worker_breaks_on_is_made_here() -> None:
    _, left, told = collected(Scheduler(("A", EOFError("gone"))))
    assert left == [TASK]
    assert told == ["a worker failed (EOFError); what is lost is made here"]


def test_when_all_are_gone_the_rest_is_made_here() -> None:
    _, left, told = collected(Scheduler(("", None)), patience=0.05)
    assert left == [TASK]
    assert told == ["no worker is left; what is lost is made here"]
