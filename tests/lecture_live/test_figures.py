"""What a program draws reaches the page."""

import sys
from types import ModuleType

import pytest

from lecture_live.figures import figures_shown

PLOT = "lecture_code.plot"


def test_figures_are_shown_while_a_program_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plot = ModuleType(PLOT)
    plot.__dict__["on_figure"] = None
    monkeypatch.setitem(sys.modules, PLOT, plot)
    shown: list[tuple[str, str]] = []
    with figures_shown(lambda svg, alt: shown.append((svg, alt))):
        plot.on_figure("<svg/>", "A line.")
    assert shown == [("<svg/>", "A line.")]
    assert plot.on_figure is None


def test_a_lecture_that_draws_nothing_runs_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, PLOT, None)
    with figures_shown(lambda *_: None):
        pass
