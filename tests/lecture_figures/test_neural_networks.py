"""What the figures of the refresher draw is what the page says of them."""

import numpy as np
import pytest

from lecture_code.toy_data import xor_gate
from recorded_figures import FiguresOf, rounding

shown = FiguresOf("neural_networks")


def test_and_and_or_are_split_and_xor_is_not() -> None:
    assert shown("lines_on_gates")["n_right"].tolist() == [4, 4, 3]


def test_every_unit_is_joined_to_every_unit_of_the_next_layer() -> None:
    data = shown("layers_of_an_mlp")
    assert data["n_lines"] == 3 * 4 + 4 * 4 + 4 * 2
    assert data["n_parameters"] == data["n_lines"] + 4 + 4 + 2


def test_the_line_in_hidden_space_splits_xor() -> None:
    data = shown("xor_in_two_spaces")
    z = data["h"] @ data["weight"] + data["bias"]
    np.testing.assert_array_equal(z > 0, xor_gate()[1] == 1)


def test_inputs_01_and_10_coincide_in_hidden_space() -> None:
    h = shown("xor_in_two_spaces")["h"]
    np.testing.assert_allclose(h[1], h[2], atol=0.01)


def test_the_plane_in_hidden_space_splits_the_rings() -> None:
    data = shown("rings_in_two_spaces")
    assert np.mean((data["across"] > 0) == data["y"]) > 0.97


def test_the_side_view_shows_the_logit_up_to_scale() -> None:
    data = shown("rings_in_two_spaces")
    np.testing.assert_array_equal(data["logits"] > 0, data["across"] > 0)
    logits, across = np.abs(data["logits"]), np.abs(data["across"])
    least = (logits - rounding(logits)) / (across + rounding(across))
    most = (logits + rounding(logits)) / (across - rounding(across))
    assert least.max() <= most.min()  # a scale that fits all


@pytest.mark.parametrize(
    ("activation", "n_layers", "is_straight"),
    [
        ("identity", 1, True),
        ("identity", 2, True),
        ("identity", 3, True),
        ("relu", 1, True),
        ("relu", 2, False),
        ("relu", 3, False),
    ],
)
def test_only_hidden_relus_bend(
    activation: str, n_layers: int, is_straight: bool
) -> None:
    y = shown("straight_without_activation")[activation][n_layers - 1]
    chord = np.linspace(y[0], y[-1], len(y))
    blur = rounding(y)
    blur = blur + np.linspace(blur[0], blur[-1], len(y))  # of y, of the chord
    assert np.all(np.abs(y - chord) <= blur) == is_straight


def test_steps_grow_steeper_and_stay_in_place() -> None:
    data = shown("step_and_bump")
    there = np.argmin(np.abs(data["x"] - 0.4))
    steps = list(data["steps"].values())
    assert all(step[there] == pytest.approx(0.5) for step in steps)
    slopes = [np.diff(step).max() for step in steps]
    assert slopes == sorted(slopes)


def test_the_bump_stands_between_its_steps() -> None:
    data = shown("step_and_bump")
    x, y = data["x"], data["bump"]
    inside = (x > 0.33) & (x < 0.62)
    outside = (x < 0.27) | (x > 0.68)
    assert y[inside].min() > 0.99
    assert y[outside].max() < 0.01


def test_more_bumps_follow_the_curve_more_closely() -> None:
    errors = shown("bumps_on_a_curve")["errors"]
    assert errors[20] < errors[5] / 2


def test_each_doubling_of_the_bumps_lowers_the_error() -> None:
    built = shown("error_against_units")["built"]
    assert np.all(np.diff(np.log2(built)) < -0.5)


def test_descent_beats_few_bumps_and_loses_to_many() -> None:
    data = shown("error_against_units")
    assert data["widths"]["gradient descent"].tolist() == [10, 40, 80]
    built = dict(zip(data["n_units"], data["built"], strict=True))
    at_10, at_40, at_80 = data["trained"]["gradient descent"]
    assert at_10.max() < built[10]
    assert at_40.min() > built[40]
    assert at_80.min() > built[80]


def test_solved_output_weights_beat_all_at_every_width() -> None:
    data = shown("error_against_units")
    solved = np.median(data["trained"]["solved"], axis=1)
    assert np.all(solved < data["built"][:4])
    assert np.all(np.diff(solved) < 0)


def test_each_layer_doubles_the_pieces() -> None:
    data = shown("zigzag_of_depth")
    np.testing.assert_array_equal(data["pieces"], 2 ** data["depths"])


def test_the_tower_keeps_the_middle_of_the_cross() -> None:
    data = shown("cross_and_tower")
    cross, built = data["cross"], data["tower"]
    np.testing.assert_array_equal(built > 0.5, cross > 1.5)
    assert cross.max() == pytest.approx(2.0)
    assert built.max() == pytest.approx(1.0)
