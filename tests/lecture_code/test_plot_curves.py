"""Curves go through their numbers, and say what they leave out."""

import numpy as np
import pytest

from lecture_code import plot
from pictures_shown import picture_of

LOSSES = {"train": [4.0, 2.0, 1.0], "validation": [3.0, 2.5, 3.5]}


def test_a_number_stands_where_its_ticks_are():
    shown = picture_of(plot.curves, {"w": [0.0, 3.0, 1.0, 2.0, 4.0]})
    (points,) = shown.runs("--figure-blue")
    across, down = shown.ticks(), shown.ticks(upright=True)
    for (x, y), names in zip(
        points, ["00", "13", "21", "32", "44"], strict=True
    ):
        assert x == pytest.approx(across[names[0]], abs=0.2)
        assert y == pytest.approx(down[names[1]], abs=0.2)
    assert down["4"] < down["0"]  # the greater, the higher


def test_on_a_logarithmic_axis_powers_are_equally_far_apart():
    shown = picture_of(plot.curves, {"w": [1e-4, 1e-2, 1.0]}, log_y=True)
    (points,) = shown.runs("--figure-blue")
    steps = np.diff(points[:, 1])
    assert steps[0] == pytest.approx(steps[1], abs=0.2)
    down = shown.ticks(upright=True)
    assert down["10⁻²"] == pytest.approx(points[1, 1], abs=0.2)
    assert "on a logarithmic scale" in shown.alt


def test_x_says_where_the_numbers_stand():
    shown = picture_of(plot.curves, {"w": [1, 2, 3]}, [0.0, 10.0, 40.0])
    (points,) = shown.runs("--figure-blue")
    steps = np.diff(points[:, 0])
    assert steps[1] / steps[0] == pytest.approx(3, rel=0.01)


def test_a_picture_is_told_in_words():
    shown = picture_of(
        plot.curves, LOSSES, x_label="epoch", y_label="loss", title="Moons"
    )
    assert shown.alt == (
        "Moons: curves of loss against epoch from 0 to 2. "
        "train begins at 4 and ends at 1; its least is 1 at 2, its greatest "
        "4 at 0. validation begins at 3 and ends at 3.5; its least is 2.5 at "
        "1, its greatest 3.5 at 2."
    )
    assert {"Moons", "train", "validation", "epoch", "loss"} <= {*shown.texts}


def test_one_curve_needs_no_legend():
    assert "train" not in picture_of(plot.curves, {"train": [1, 2]}).texts


@pytest.mark.parametrize("wild", [np.nan, np.inf, -np.inf, 1e305])
def test_what_has_no_place_is_a_gap_and_said(wild):
    shown = picture_of(plot.curves, {"w": [1.0, 2.0, wild, 3.0, 4.0]})
    assert [len(run) for run in shown.runs("--figure-blue")] == [2, 2]
    assert "1 value of w is not finite: left out" in shown.texts
    assert shown.alt.endswith("1 value of w is not finite: left out.")


def test_what_is_not_positive_has_no_logarithm():
    shown = picture_of(
        plot.curves, {"w": [1.0, 0.0, -1.0, 1.0, 2.0]}, log_y=True
    )
    assert "2 values of w are not positive: left out" in shown.texts


def test_a_point_between_two_gaps_is_a_dot():
    shown = picture_of(plot.curves, {"w": [np.nan, 3.0, np.nan, 1.0, 2.0]})
    dots = shown.dots("linecap:round")
    (line,) = shown.runs("fill:none;stroke:var(--figure-blue")
    assert len(dots) == 1
    assert dots[0, 0] < line[0, 0]
    assert dots[0, 1] < line[1, 1] < line[0, 1]


def test_one_point_is_a_dot_and_told():
    shown = picture_of(plot.curves, {"w": [3.0]})
    assert len(shown.dots("linecap:round")) == 1
    assert "w is one point, 3 at 0." in shown.alt


def test_nothing_finite_leaves_the_axes():
    shown = picture_of(plot.curves, {"w": [np.nan, np.inf]})
    assert not shown.paths("--figure-blue")
    assert "w has no number that can be shown." in shown.alt


@pytest.mark.parametrize("log_y", [False, True])
@pytest.mark.parametrize("value", [0.0, 3.0, -2.0, 1e-300, 1e300, 5e-324])
def test_a_constant_has_a_scale(value, log_y):
    shown = picture_of(plot.curves, {"w": [value] * 3}, log_y=log_y)
    assert shown.texts


def test_an_axis_may_reach_over_all_numbers():
    shown = picture_of(plot.curves, {"w": [-1e300, 0.0, 1e300]})
    (points,) = shown.runs("--figure-blue")
    steps = np.diff(points[:, 1])
    assert steps[0] == pytest.approx(steps[1], abs=0.2)
    picture_of(plot.curves, {"w": [1e-300, 1.0, 1e300]}, log_y=True)


def test_of_many_points_the_extremes_are_kept():
    w = np.zeros(100_000)
    w[[12_345, 67_890]] = 7.0, -5.0
    w[50_000] = np.nan
    shown = picture_of(plot.curves, {"w": w})
    runs = shown.runs("--figure-blue")
    assert len(runs) == 2  # the gap too
    few = picture_of(plot.curves, {"w": [0.0, 7.0, -5.0, 0.0]})
    (line,) = few.runs("--figure-blue")
    every = np.concatenate(runs)
    assert every[:, 1].min() == pytest.approx(line[1, 1], abs=0.2)
    assert every[:, 1].max() == pytest.approx(line[2, 1], abs=0.2)
    assert len(shown.svg) < 60_000
    assert "of many points in a row, the extremes are drawn" in shown.texts


def test_ten_curves_differ_without_their_colours():
    ten = {f"w{i}": [i, i + 1.0] for i in range(10)}
    lines = picture_of(plot.curves, ten).paths("fill:none;stroke:var")
    dashes = {
        line.get("style", "").partition("dasharray:")[2]
        for line in lines
        if "1.8" in line.get("style", "")
    }
    assert len(dashes) == 10
    with pytest.raises(ValueError, match=r"at most 10 curves .* got 11"):
        plot.curves({**ten, "more": [1.0]})


@pytest.mark.parametrize(
    ("values", "x", "says"),
    [
        ([1.0, 2.0], None, "give each row of numbers its name"),
        ({}, None, "the mapping is empty"),
        ({"w": []}, None, "'w' is empty"),
        ({"w": [[1.0], [2.0]]}, None, r"'w' is one row .* \(2, 1\).*ravel"),
        ({"w": 3.0}, None, r"'w' is one row of numbers, got shape \(\)"),
        ({"w": [1.0, 2.0]}, [1.0], "'w' has 2 numbers and x 1"),
        ({"w": [1.0]}, [np.nan], "x must be finite"),
    ],
)
def test_what_is_no_curve_is_refused(values, x, says):
    with pytest.raises(ValueError, match=says):
        plot.curves(values, x)
