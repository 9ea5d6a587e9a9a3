import json
import threading
from typing import Any

import pytest

from lecture_site.basics.problems import Problem
from lecture_site.preview.news import News

WRONG = Problem("it is wrong", "mend it", "docs/page.md", 3)


@pytest.fixture
def news() -> News:
    return News(number=10)


def state(news: News) -> dict[str, Any]:
    told = news.after(-1, 0)
    assert told
    found: dict[str, Any] = json.loads(told[1])
    return found


def test_a_page_knows_the_number_at_which_it_changed(news: News) -> None:
    news.edit(["page/"], [])
    news.show(["other/"])
    assert state(news)["pages"] == {"page/": 11, "other/": 12}


def test_a_later_server_counts_on_from_an_earlier_one() -> None:
    earlier = News()
    later = News()
    assert later.number >= earlier.number > 1_700_000_000_000


def test_an_edit_makes_what_was_proved_unproved(news: News) -> None:
    news.end([])
    assert state(news)["proved"]
    news.edit(["page/"], [])
    assert not state(news)["proved"]


def test_a_problem_says_where_it_is_and_what_helps(news: News) -> None:
    news.edit([], [WRONG])
    assert state(news)["problems"] == [
        {"place": "docs/page.md:3", "what": "it is wrong", "remedy": "mend it"}
    ]


def test_what_an_edit_and_the_proof_both_find_is_told_once(news: News) -> None:
    news.edit([], [WRONG])
    news.end([WRONG])
    assert len(state(news)["problems"]) == 1
    assert not state(news)["proved"]


def test_a_proof_without_a_problem_clears_all(news: News) -> None:
    news.edit([], [WRONG])
    news.go_on("figures: 3 of 5 done")
    news.end([])
    told = state(news)
    assert told == {
        "pages": {},
        "proved": True,
        "progress": "",
        "problems": [],
    }


def test_who_knows_the_last_change_waits_in_vain(news: News) -> None:
    news.go_on("figures")
    assert news.after(news.number, 0) is None


def test_who_waits_is_woken_by_a_change(news: News) -> None:
    told: list[tuple[int, str] | None] = []
    waiting = threading.Thread(target=lambda: told.append(news.after(10, 60)))
    waiting.start()
    news.go_on("figures")
    waiting.join(60)
    (woken,) = told
    assert woken is not None
    assert woken[0] == 11
