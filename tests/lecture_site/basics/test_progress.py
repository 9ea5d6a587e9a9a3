import io
import time

import pytest
from rich.console import Console

from lecture_site.basics import progress


def log() -> tuple[Console, io.StringIO]:
    written = io.StringIO()
    return Console(file=written, width=200), written


def test_a_stage_has_a_line_when_it_begins_and_when_it_ends() -> None:
    console, written = log()
    with progress.stage("figures", console, 3):
        pass
    assert written.getvalue().splitlines() == [
        "figures (3) ...",
        "figures: 0 s",
    ]


def test_long_work_says_what_is_done_and_what_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.01)
    console, written = log()
    with progress.stage("figures", console, 3) as now:
        now.advance("figure page/line")
        time.sleep(0.1)
    line = written.getvalue().splitlines()[1]
    assert line == "figures: 1 of 3 done, 2 left, 0 s (last: figure page/line)"


def test_what_has_no_steps_says_how_long_it_has_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.01)
    console, written = log()
    with progress.stage("pages", console):
        time.sleep(0.1)
    assert "pages: 0 s" in written.getvalue().splitlines()[1]


def test_nothing_to_do_says_nothing() -> None:
    console, written = log()
    with progress.stage("figures", console, 0):
        pass
    assert written.getvalue() == ""


def test_a_bar_moves_on_a_terminal() -> None:
    written = io.StringIO()
    console = Console(file=written, force_terminal=True, width=100)
    with progress.stage("figures", console, 2) as now:
        now.advance("figure page/line")
        now.advance("figure page/dots")
    assert "2/2" in written.getvalue()


def test_the_times_of_all_stages_are_told_longest_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(progress, "_TAKEN", {"pages": 4.0, "figures": 70.2})
    assert progress.times_of_stages() == (
        "1 min 14 s: figures 1 min 10 s, pages 4 s"
    )
