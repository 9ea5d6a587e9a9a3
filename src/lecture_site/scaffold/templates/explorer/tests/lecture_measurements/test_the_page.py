"""the_title: relations between the measurements."""

import statistics

import pytest

from lecture_measurements import the_page


def test_the_name_gain() -> None:
    factor = statistics.median(the_page.the_name_gain.values())
    assert factor == pytest.approx(2, rel=0.02)
