"""the_title: relations between the measurements."""

import statistics

import pytest

from lecture_measurements import the_page


def test_the_name() -> None:
    share = statistics.median(the_page.the_name.values())
    assert share == pytest.approx(1 / 8, rel=0.05)
