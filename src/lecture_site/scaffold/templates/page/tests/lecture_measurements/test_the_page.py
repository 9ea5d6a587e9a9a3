"""the_title: relations between the measurements."""

import pytest

from lecture_experiments.the_page.means import deviation_of_means


def test_four_times_the_draws_halve_the_deviation() -> None:
    few, many = (deviation_of_means(n, seed=0) for n in (4, 16))
    assert many == pytest.approx(few / 2, rel=0.03)
