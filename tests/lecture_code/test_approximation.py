import numpy as np
import pytest

from lecture_code.approximation import (
    bump,
    one_hidden_layer,
    step_unit,
    sum_of_bumps,
    sup_error,
    tower,
)

GRID = np.linspace(-2.0, 2.0, 10_001)


def curve(x):
    return np.sin(3 * x) + x  # |slope| <= 4


def test_a_steep_sigmoid_steps_at_minus_b_over_w():
    weight, bias = step_unit(0.4, 1000.0)
    assert -bias / weight == pytest.approx(0.4)
    x = np.array([0.39, 0.4, 0.41])
    step = one_hidden_layer(
        x, np.array([weight]), np.array([bias]), np.ones(1)
    )
    np.testing.assert_allclose(step, [0.0, 0.5, 1.0], atol=1e-4)


def test_a_negative_steepness_steps_down():
    weight, bias = step_unit(np.array([0.4]), -1000.0)
    step = one_hidden_layer(np.array([0.3, 0.5]), weight, bias, np.ones(1))
    np.testing.assert_allclose(step, [1.0, 0.0], atol=1e-12)


def test_two_steps_are_a_bump():
    x = np.array([-1000.0, 0.1, 0.3, 0.7, 0.9, 1000.0])
    y = one_hidden_layer(x, *bump(0.2, 0.8, -1.5, 500.0))
    np.testing.assert_allclose(y, [0, 0, -1.5, -1.5, 0, 0], atol=1e-12)


@pytest.mark.parametrize("n_bumps", [1, 2, 5, 10, 100, 300])
def test_the_error_of_bumps_is_at_most_slope_times_width(n_bumps):
    network = sum_of_bumps(curve, -2.0, 2.0, n_bumps)
    assert [p.shape for p in network] == [(2 * n_bumps,)] * 3
    error = sup_error(curve, lambda x: one_hidden_layer(x, *network), GRID)
    assert error <= 4 * (4 / n_bumps)


def test_twice_the_bumps_halve_the_error():
    errors = []
    for n_bumps in (20, 40, 80, 160):
        network = sum_of_bumps(curve, -2.0, 2.0, n_bumps)
        errors.append(
            sup_error(
                curve, lambda x, n=network: one_hidden_layer(x, *n), GRID
            )
        )
    np.testing.assert_allclose(
        np.divide(errors[:-1], errors[1:]), 2, rtol=0.05
    )


def test_a_constant_is_met_up_to_the_ends_of_the_interval():
    network = sum_of_bumps(lambda x: np.full(x.shape, 7.0), -2.0, 2.0, 4)
    np.testing.assert_allclose(
        one_hidden_layer(GRID, *network), 7.0, rtol=1e-9
    )


def test_the_sup_error_is_the_largest_distance():
    assert sup_error(np.sin, np.zeros_like, GRID) == pytest.approx(1.0)


def test_no_bumps_and_no_interval_are_refused():
    with pytest.raises(ValueError, match="n_bumps must be at least 1"):
        sum_of_bumps(curve, -2.0, 2.0, 0)
    with pytest.raises(ValueError, match="low must be below high"):
        sum_of_bumps(curve, 2.0, -2.0, 3)


def test_a_tower_stands_on_its_rectangle_only():
    lower, upper = np.array([0.0, 1.0]), np.array([1.0, 3.0])
    inside = [[0.5, 2.0], [0.1, 1.1], [0.9, 2.9]]
    beside = [[0.5, 0.5], [0.5, 3.5], [-0.5, 2.0], [1.5, 2.0]]
    far = [[5.0, 5.0], [-1000.0, 1000.0]]
    y = tower(np.array(inside + beside + far), lower, upper, 100.0)
    np.testing.assert_allclose(y, [1] * 3 + [0] * 6, atol=1e-6)


def test_a_tower_refuses_what_is_no_plane():
    with pytest.raises(ValueError, match="2 features"):
        tower(np.ones((4, 3)), np.zeros(2), np.ones(2), 100.0)


@pytest.mark.parametrize("distance", [-3.0, 3.0])
def test_the_sup_error_counts_above_and_below(distance):
    assert sup_error(curve, lambda x: curve(x) + distance, GRID) == (
        pytest.approx(3.0)
    )


def test_corners_of_another_plane_are_refused():
    for corners in ((np.zeros(3), np.ones(2)), (np.zeros(2), 1.0)):
        with pytest.raises(ValueError, match="two coordinates of a corner"):
            tower(np.ones((4, 2)), *corners, 100.0)


def test_a_tower_is_a_steep_threshold_at_three_halves():
    lower, upper = np.zeros(2), np.ones(2)
    half, six_tenths = 0.0, np.log(0.6 / 0.4) / 100
    y = tower([[half, 0.5], [six_tenths, 0.5]], lower, upper, 100.0)
    np.testing.assert_allclose(y, [0.5, 1 / (1 + np.exp(-4))], rtol=1e-9)


def test_without_sharpness_a_step_takes_a_fortieth_of_a_bump():
    weight, _, _ = sum_of_bumps(curve, -2.0, 2.0, 8)
    np.testing.assert_allclose(weight, 40 / 0.5)
