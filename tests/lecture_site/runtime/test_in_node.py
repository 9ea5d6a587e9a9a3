"""The worker of the pages in Node: every listing, every common mistake."""

from functools import cache

import pytest

from lecture_live.output import CUT, LIMIT
from lecture_site.basics.project import Project
from lecture_site.runtime.in_node import Message, about, printed, replies
from lecture_site.runtime.publish import page_wheel
from lecture_site.runtime.runnable import (
    known_differences,
    name_of,
    numpy_listings,
    runnable_listings,
)
from mistaken import MISTAKES, ONLY_IN_A_PAGE

HERE = Project.here()
ALL_MISTAKES = [*MISTAKES, *ONLY_IN_A_PAGE]


def request(id_: int, code: str, recorded: str | None = None) -> Message:
    asked = {"type": "run", "id": id_, "name": "listing.py"}
    return asked | {"code": code, "recorded": recorded}


@cache
def ran(*codes: str) -> list[Message]:
    """Return what a worker of its own says to some programs."""
    asked = [request(n, code) for n, code in enumerate(codes)]
    return replies(HERE, page_wheel(HERE), asked)


def last(id_: int, said: list[Message]) -> Message:
    return about(id_, said)[-1]


@pytest.fixture(scope="module")
def listings() -> dict[str, Message]:
    """Return how each listing ended, all in one worker."""
    programs = runnable_listings(HERE)
    asked = [
        request(n, p.source, p.output.read_text("utf-8"))
        for n, p in enumerate(programs)
    ]
    said = replies(HERE, page_wheel(HERE), asked)
    names = [name_of(program, HERE) for program in programs]
    return {name: last(n, said) for n, name in enumerate(names)}


def test_every_numpy_listing_runs_in_a_page() -> None:
    assert numpy_listings(HERE) == runnable_listings(HERE)
    assert len(runnable_listings(HERE)) > 100


def test_no_listing_fails(listings: dict[str, Message]) -> None:
    failed = {n: m["error"] for n, m in listings.items() if m["error"]}
    assert failed == {}


def test_every_listing_agrees_but_those_that_are_named(
    listings: dict[str, Message],
) -> None:
    """Whoever adds a difference says why, and drops it when it is gone."""
    differ = {
        name: end["agreement"]["says"]
        for name, end in listings.items()
        if end["agreement"] and end["agreement"]["verdict"] == "differs"
    }
    assert differ.keys() == known_differences(HERE).keys(), differ
    assert all(known_differences(HERE).values())


@pytest.mark.parametrize("n", range(len(ALL_MISTAKES)))
def test_a_mistake_is_told_as_on_this_machine(n: int) -> None:
    said = ran(*(code for code, _ in ALL_MISTAKES))
    code, (line, kind, words) = ALL_MISTAKES[n]
    end = last(n, said)
    assert end["type"] == "done"
    error = end["error"]
    assert error["line"] == line, code
    assert error["text"].partition(":")[0].removeprefix("_") == kind
    assert words in error["hint"]


def test_loading_is_told_in_bytes_until_all_is_there() -> None:
    said = ran("print(1)")
    told = [reply for reply in said if reply["type"] == "progress"]
    loaded = [reply["loaded"] for reply in told]
    assert loaded == sorted(loaded)
    assert loaded[-1] == told[-1]["total"] > 10_000_000
    assert [r["type"] for r in said if r["type"] != "progress"] == [
        "ready",
        "output",
        "done",
    ]


def test_what_is_printed_comes_in_few_messages_and_is_limited() -> None:
    said = ran("for i in range(100_000):\n    print('0123456789')")
    texts = [reply for reply in about(0, said) if reply["type"] == "output"]
    assert printed(texts).endswith(CUT)
    assert len(printed(texts)) == LIMIT + len(CUT)
    assert len(texts) < 1000


def test_a_worker_without_its_files_says_so() -> None:
    lost = page_wheel(HERE).with_name("lost.whl")
    lost.write_bytes(b"no archive")
    try:
        said = replies(HERE, lost, [request(0, "print(1)")])
    finally:
        lost.unlink()
    assert {reply["type"] for reply in said} == {"progress", "failed"}
