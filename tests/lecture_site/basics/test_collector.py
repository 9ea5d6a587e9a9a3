"""Garbage is looked for, but seldom."""

import gc
from collections.abc import Iterator

import pytest

from lecture_site.basics.collector import look_seldom


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_many_new_objects_are_not_looked_through_again_and_again() -> None:
    look_seldom()
    before = sum(each["collections"] for each in gc.get_stats())
    kept = [[number] for number in range(40_000)]
    after = sum(each["collections"] for each in gc.get_stats())
    assert after - before <= 1
    assert len(kept) == 40_000


def test_what_only_holds_itself_is_still_found() -> None:
    look_seldom()
    for _ in range(60_000):
        circle: list[object] = []
        circle.append(circle)
    assert gc.get_count()[0] < 60_000
