import numpy as np
import pytest

from recorded_figures import FiguresOf

shown = FiguresOf("activation_functions")


@pytest.mark.parametrize(
    ("name", "below", "above"),
    [
        ("sigmoid", True, True),
        ("tanh", True, True),
        ("relu", True, False),
        ("leaky_relu", False, False),
        ("elu", True, False),
    ],
)
def test_an_activation_is_shaded_where_its_slope_is_small(
    name: str, below: bool, above: bool
) -> None:
    data = shown(f"{name}_and_slope")
    saturated = np.array(data["saturated"])
    assert bool((saturated < 0).any()) is below
    assert bool((saturated > 0).any()) is above
    flat = np.isin(data["z"], data["saturated"])
    slope = np.array(data["slope"])
    assert np.all(slope[flat] < 0.01)
    assert np.all(slope[~flat] >= 0.01)


def test_the_alt_text_says_where_an_activation_is_saturated() -> None:
    assert "nowhere" in shown.alt("leaky_relu_and_slope")
    alt = shown.alt("sigmoid_and_slope")
    assert "below z = −4.6 and above z = 4.6" in alt


def test_prelu_goes_through_minus_alpha() -> None:
    data = shown("prelu_slopes")["at_minus_one"]
    assert data == {alpha: -alpha for alpha in (-0.25, 0.25, 1.0, 2.0)}


def test_a_maxout_unit_is_convex_and_has_no_slope_of_0() -> None:
    data = shown("maxout_and_slope")
    assert np.all(np.diff(data["slope"]) >= 0)
    assert np.all(np.array(data["slope"]) != 0)


def test_two_pieces_are_the_absolute_value_and_four_near_the_parabola() -> (
    None
):
    errors = shown("maxout_of_a_convex_function")["errors"]
    assert errors["|x|, 2 pieces"] == 0
    assert errors["x², 4 pieces"] == pytest.approx(1 / 32)


def test_no_sigmoid_lets_more_than_a_quarter_through_per_layer() -> None:
    data = shown("gradient_through_layers")
    left = np.array(data["sigmoid"])
    assert np.all(left[1:] / left[:-1] < 0.26)
    assert data["sigmoid"][-1] < data["tanh"][-1] < data["relu"][-1]


def test_positive_inputs_make_the_detour_longer() -> None:
    detours = shown("paths_of_weights")["detours"]
    positive, centred = detours.values()
    assert positive > 2 * centred > 2


def test_large_steps_kill_relu_units_and_no_others() -> None:
    shares = shown("dead_units")["shares"]
    for title in ("ReLU", "ReLU, bias 0.01"):
        assert shares[title][0] < 0.1 < 0.9 < shares[title][-1]
    assert not np.any(shares["Leaky ReLU"])


def test_the_fewest_epochs_are_those_that_the_text_tells() -> None:
    epochs = shown("epochs_by_step_size")["epochs"]
    for by_name in epochs.values():
        assert min(by_name["tanh"]) < min(by_name["relu"]) < np.inf


def test_every_run_of_the_comparison_gets_to_the_loss() -> None:
    data = shown("comparison")
    assert len(data["epochs"]) == 7
    assert all(np.isfinite(runs).all() for runs in data["epochs"].values())
    medians = {name: np.median(e) for name, e in data["epochs"].items()}
    assert medians["maxout"] < medians["relu"] < 1.5 * medians["leaky_relu"]


def test_both_gates_dip_and_their_slopes_leave_0_and_1() -> None:
    data = shown("gelu_and_silu")
    for name in ("gelu", "silu"):
        y, slope = data[name]["y"], data[name]["slope"]
        assert y.min() < -0.1
        assert slope.min() < 0
        assert slope.max() > 1
        np.testing.assert_allclose(y[-1], data["z"][-1], rtol=0.01)
