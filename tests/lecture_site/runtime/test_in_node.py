"""The worker of the pages in Node: every listing, every common mistake."""

from pathlib import Path

import pytest

from lecture_live.output import CUT, LIMIT
from lecture_site.basics.project import Project
from lecture_site.products.in_page import known_differences, name_of
from lecture_site.runtime.in_node import Message, about, printed, replies
from lecture_site.runtime.publish import page_wheel
from lecture_site.runtime.runnable import numpy_listings, runnable_listings
from mistaken import MISTAKES, ONLY_IN_A_PAGE

HERE = Project.here()
ALL_MISTAKES = [*MISTAKES, *ONLY_IN_A_PAGE]
FLOOD = "for i in range(100_000):\n    print('0123456789')"
TWICE = "print(1)\nprint(2, end='')"


def request(id_: int, code: str, recorded: str | None = None) -> Message:
    asked = {"type": "run", "id": id_, "name": "listing.py"}
    return asked | {"code": code, "recorded": recorded}


@pytest.fixture(scope="module")
def said() -> list[Message]:
    """Return what one worker says to mistakes, floods and listings.

    The listings come last, so that they run after all that went wrong.
    """
    codes = [code for code, _ in ALL_MISTAKES] + [FLOOD, TWICE]
    asked = [request(n, code) for n, code in enumerate(codes)]
    for program in numpy_listings(HERE):
        recorded = program.output.read_text("utf-8")
        asked.append(request(len(asked), program.source, recorded))
    return replies(HERE, page_wheel(HERE), asked)


def last(id_: int, said: list[Message]) -> Message:
    return about(id_, said)[-1]


def test_every_numpy_listing_runs_in_a_page() -> None:
    offered = [program.path for program in runnable_listings(HERE)]
    all_ = [program.path for program in numpy_listings(HERE)]
    left = {name_of(path, HERE) for path in all_ if path not in offered}
    assert left == known_differences(HERE).keys()
    assert len(offered) > 100


def test_every_listing_agrees_but_those_that_are_named(
    said: list[Message],
) -> None:
    """Whoever adds a difference says why, and drops it when it is gone."""
    first = len(ALL_MISTAKES) + 2
    differ = {}
    for n, program in enumerate(numpy_listings(HERE), first):
        end = last(n, said)
        assert end["type"] == "done"
        if end["error"] or end["agreement"]["verdict"] == "differs":
            differ[name_of(program.path, HERE)] = end
    assert differ.keys() == known_differences(HERE).keys(), differ
    assert all(known_differences(HERE).values())


@pytest.mark.parametrize("n", range(len(ALL_MISTAKES)))
def test_a_mistake_is_told_as_on_this_machine(
    n: int, said: list[Message]
) -> None:
    code, (line, kind, words) = ALL_MISTAKES[n]
    end = last(n, said)
    assert end["type"] == "done"
    error = end["error"]
    assert error["line"] == line, code
    found = error["text"].partition(":")[0]
    # With 32 bits an array can be larger than any that has an address.
    assert found == kind or "array is too big" in error["text"]
    assert words in error["hint"]


def test_loading_is_told_in_bytes_until_all_is_there(
    said: list[Message],
) -> None:
    told = [reply for reply in said if reply["type"] == "progress"]
    loaded = [reply["loaded"] for reply in told]
    assert loaded == sorted(loaded)
    assert loaded[-1] == told[-1]["total"] > 10_000_000
    assert said[len(told)]["type"] == "ready"


def test_a_flood_comes_in_few_messages_and_is_cut(said: list[Message]) -> None:
    texts = about(len(ALL_MISTAKES), said)[:-1]
    assert printed(texts).endswith(CUT)
    assert len(printed(texts)) == LIMIT + len(CUT)
    assert len(texts) < 1000


def test_what_comes_seldom_comes_at_once(said: list[Message]) -> None:
    texts = about(len(ALL_MISTAKES) + 1, said)[:-1]
    assert [reply["text"] for reply in texts] == ["1\n", "2"]


def test_a_worker_without_its_files_says_so(tmp_path: Path) -> None:
    lost = tmp_path / "lost.whl"
    lost.write_bytes(b"no archive")
    answered = replies(HERE, lost, [request(0, "print(1)")])
    assert {reply["type"] for reply in answered} == {"progress", "failed"}
