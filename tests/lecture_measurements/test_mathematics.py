"""The functions that measure the mathematics give what theory says."""

import math

import numpy as np
import pytest

from lecture_experiments.mathematics import valley
from lecture_experiments.mathematics.draws import share_within
from lecture_measurements import mathematics


def test_shares_are_those_of_the_normal_distribution() -> None:
    for measure, k in (
        (mathematics.within_one_deviation, 1),
        (mathematics.within_two_deviations, 2),
    ):
        share = math.erf(k / math.sqrt(2))
        spread = math.sqrt(share * (1 - share) / 10_000)
        for seed in range(3):
            assert abs(measure(seed) - share) < 5 * spread


def test_a_share_is_counted_from_the_mean() -> None:
    assert share_within(np.array([9.0, 11.0, 10.0, 10.0]), 1) == 0.5


def test_the_variance_of_a_sum_is_that_of_its_terms_together() -> None:
    spread = 16 * math.sqrt(2 / 100_000)
    assert abs(mathematics.variance_of_a_sum(0) - 16) < 5 * spread


def test_heights_grow_with_the_square_of_the_distance() -> None:
    w = np.array([[0.3, -0.1], [0.6, -0.2]])
    near, far = valley.height(w)
    assert far == pytest.approx(4 * near)
    assert near == pytest.approx(0.5 * w[0] @ valley.H @ w[0])


def test_directions_are_at_right_angles_and_to_the_right() -> None:
    _, directions = valley.curvatures_and_directions()
    assert directions @ directions.T == pytest.approx(np.eye(2))
    assert np.all(directions[:, 0] > 0)


def test_a_wrong_curvature_would_be_noticed(monkeypatch) -> None:
    values, directions = valley.curvatures_and_directions()
    monkeypatch.setattr(
        mathematics,
        "curvatures_and_directions",
        lambda: (values, directions[::-1]),
    )
    assert mathematics.error_of_the_curvatures() > 0.5
