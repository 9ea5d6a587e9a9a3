"""The figures of the page on weight initialisation show what is said."""

import numpy as np
import pytest

from recorded_figures import FiguresOf

shown = FiguresOf("weight_initialisation")


def test_equal_units_stay_equal_at_every_step() -> None:
    distinct = shown("units_stay_equal")["distinct"]
    assert set(distinct["all equal"]) == {1}
    assert set(distinct["random"]) == {8}


def test_from_zero_nothing_goes_up_and_nothing_comes_back() -> None:
    zero = shown("histograms_zero")
    assert zero["std"].tolist() == [0.0] * 6
    assert zero["gradients"].tolist() == [0.0] * 6


def test_small_weights_shrink_the_units_and_not_one_gradient_more() -> None:
    small = shown("histograms_small")
    assert np.all(np.diff(small["std"]) < 0)
    assert np.ptp(small["gradients"]) < 0.1 * max(small["gradients"])


def test_larger_weights_saturate_a_third_and_grow_the_gradients() -> None:
    larger = shown("histograms_larger")
    assert np.all(np.array(larger["saturated"]) < 0.45)
    assert np.all(np.diff(larger["gradients"]) < 0)


def test_the_relu_layers_halve_their_power_unless_kaiming_starts_them() -> (
    None
):
    units, _ = shown("all_settings")["Xavier, ReLU"]
    assert np.array(units[1:]) / units[:-1] == pytest.approx(0.5**0.5, rel=0.1)
    units, _ = shown("all_settings")["Kaiming, ReLU"]
    assert units == pytest.approx([1.0] * 6, rel=0.15)


def test_the_scale_alone_decides_so_a_narrow_network_shows_the_same() -> None:
    wide = shown("histograms_small")
    _, gradients = shown("all_settings")["0.01, tanh"]
    assert gradients == pytest.approx(wide["gradients"], rel=0.1)


def test_the_variance_of_a_sum_grows_unless_the_weights_shrink() -> None:
    sums = shown("sum_against_n_in")
    n_in = np.array([1, 4, 16, 64, 256])
    assert sums["fixed"] == pytest.approx(0.01 * n_in, rel=0.05)
    assert sums["scaled"] == pytest.approx(np.ones(5), rel=0.05)


def test_beyond_the_scale_4_the_median_falls_while_the_power_grows() -> None:
    curves = shown("scale_decides")
    large = np.array(curves["scales"]) > 3.9
    assert np.all(np.diff(curves["saturated"]) > -0.01)
    assert np.all(np.diff(np.array(curves["first"])[large]) > 0)
    assert np.all(np.diff(np.array(curves["typical"])[large]) <= 0)


def test_only_the_start_that_fits_leaves_the_loss_of_guessing() -> None:
    for name, losses in shown("training_of_twenty_layers").items():
        fits = name in ("tanh, Xavier", "relu, Kaiming")
        assert losses[-1] < 1.8 if fits else losses[-1] > 2.2
