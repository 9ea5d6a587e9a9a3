"""A bar is as high as its share of the values."""

import re

import numpy as np
import pytest

from lecture_code import plot
from pictures_shown import numbers, picture_of

VALUES = [0.0, 0.0, 0.0, 1.0, 3.0, 3.0, 4.0, 4.0]
BARS = "fill-opacity:0.25"


def tops(path):
    """Return how high each bar reaches, and where it ends."""
    found = re.findall(r"V([\d.]+)H([\d.]+)", path.get("d"))
    return np.array([numbers(" ".join(each)) for each in found])


def test_bars_have_the_shares_of_their_bins():
    shown = picture_of(plot.histogram, {"w": VALUES}, bins=4)
    (path,) = shown.paths(BARS)
    bars, down, across = tops(path), shown.ticks(upright=True), shown.ticks()
    whole = (down["0"] - down["0.2"]) / 0.2
    shares = (down["0"] - bars[:, 0]) / whole
    # 0..1, 1..2, 2..3 and 3..4, the last with both ends
    np.testing.assert_allclose(
        shares, [3 / 8, 1 / 8, 0, 4 / 8], atol=0.2 / whole
    )
    expected = [across[name] for name in "1234"]
    np.testing.assert_allclose(bars[:, 1], expected, atol=0.2)


def test_histograms_stand_side_by_side_with_the_same_bins():
    layers = {f"layer {i}": np.linspace(-i, i, 50) for i in range(1, 5)}
    shown = picture_of(plot.histogram, layers, x_label="h")
    assert {*layers, "heights: share of values"} <= {*shown.texts}
    paths = shown.paths(BARS)
    left = [numbers(path.get("d"))[0] for path in paths]
    assert left[0] < left[1] < left[2]
    assert left[0] == pytest.approx(left[3], abs=6)  # in the next row
    widths = [np.ptp(tops(path)[:, 1]) for path in paths]
    np.testing.assert_allclose(widths[:3], widths[0], rtol=0.1)


def test_overlaid_histograms_share_a_panel_and_differ_in_dashes():
    two = {"before": VALUES, "after": [1.0, 2.0]}
    shown = picture_of(plot.histogram, two, overlaid=True)
    before, after = shown.paths(BARS)
    assert "dasharray" not in before.get("style")
    assert "dasharray" in after.get("style")
    np.testing.assert_array_equal(tops(before)[:, 1], tops(after)[:, 1])
    assert {"before", "after", "share of values"} <= {*shown.texts}


def test_values_are_told_in_words():
    shown = picture_of(plot.histogram, {"w": [[1.0, 2.0], [3.0, np.inf]]})
    assert shown.alt == (
        "Histogram. w: 3 values from 1 to 3, mean 2, standard deviation "
        "0.816. 1 value of w is not finite: left out."
    )


def test_one_and_no_finite_value_have_a_picture():
    shown = picture_of(plot.histogram, {"w": [3.0], "v": [np.nan]})
    assert "w: 1 value from 3 to 3" in shown.alt
    assert "v has no finite value." in shown.alt
    assert len(shown.paths(BARS)) == 2


@pytest.mark.parametrize("value", [0.0, 1e300, 5e-324])
def test_a_constant_has_a_bin(value):
    values = [value, -value, value]
    shown = picture_of(plot.histogram, {"w": values}, title="Weights")
    assert shown.alt.startswith("Weights: histogram. w: 3 values")


@pytest.mark.parametrize(
    ("values", "options", "says"),
    [
        (VALUES, {}, "give each row of numbers its name"),
        ({}, {}, "the mapping is empty"),
        ({"w": []}, {}, "'w' is empty"),
        ({"w": VALUES}, {"bins": 0}, "bins must be at least 1"),
        ({"w": VALUES}, {"bins": 201}, "bins must be at most 200"),
        ({str(i): VALUES for i in range(13)}, {}, "at most 12 .* got 13"),
        (
            {str(i): VALUES for i in range(11)},
            {"overlaid": True},
            "at most 10 .* got 11",
        ),
    ],
)
def test_what_is_no_histogram_is_refused(values, options, says):
    with pytest.raises(ValueError, match=says):
        plot.histogram(values, **options)
