"""What the figures of the mathematics show is in their data."""

import numpy as np
import pytest

from recorded_figures import FiguresOf

shown = FiguresOf("mathematics")


def test_from_near_a_curve_is_its_tangent() -> None:
    far, near = shown("curve_and_tangent")["gaps"]
    # By Taylor's theorem the gap is |f''| h² / 2, and f'' = -2 tanh f'.
    second_order = np.tanh(0.5) * 0.1 / 2
    assert near == pytest.approx(second_order, rel=0.1)
    assert far > 8 * near


def test_the_moves_are_nearly_products_of_the_rates() -> None:
    moves = shown("nudge_on_its_way")["moves"]
    h = np.tanh(0.6)
    assert moves["a"] == pytest.approx(3 * moves["w"])
    assert moves["h"] == pytest.approx((1 - h**2) * moves["a"], rel=0.2)
    assert moves["L"] == pytest.approx(2 * (h - 1) * moves["h"], rel=0.3)


def test_inner_sizes_meet_and_outer_ones_stay() -> None:
    (n, d), (d_again, m), result = shown("shapes_meet")["shapes"]
    assert d == d_again
    assert tuple(result) == (n, m)


def test_the_histogram_has_its_mean_in_the_middle() -> None:
    data = shown("normal_spread")
    assert abs(data["mean"]) < 0.05
    assert data["deviation"] == pytest.approx(1, abs=0.04)
    assert int(np.argmax(data["counts"])) in range(12, 20)
    assert np.sum(data["counts"]) >= 9990


def test_half_costs_a_bit_and_certainty_nothing() -> None:
    tenth, half, sure = shown("exp_and_log")["costs"]
    assert half == pytest.approx(np.log(2), abs=1e-3)
    assert tenth == pytest.approx(np.log(10), abs=1e-3)
    assert sure == 0


def test_the_valley_is_steepest_across() -> None:
    data = shown("valley_and_its_cuts")
    flat, steep = data["curvatures"]
    assert (flat, steep) == (pytest.approx(1), pytest.approx(4))
    along, across = data["directions"]
    assert along @ across == pytest.approx(0, abs=1e-6)
