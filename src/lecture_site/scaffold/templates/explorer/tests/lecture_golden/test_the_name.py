"""the_title: golden values of the explorer."""

import pytest

from lecture_golden.the_name import values


def test_four_times_the_draws_halve_the_deviation() -> None:
    few, many = (values({"n": n, "sigma": 0.7}) for n in (4, 16))
    assert many["deviation"] == pytest.approx(few["deviation"] / 2)
