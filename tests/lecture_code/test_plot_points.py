"""Points stand where they are, above what a model says of the place."""

import re

import numpy as np
import pytest

from lecture_code import plot
from pictures_shown import SVG, numbers, picture_of


def positive(x):
    return x[:, 0] > 0


def areas(shown):
    """Return the number of cells of each class, by its colour."""
    found = {}
    for path in shown.paths("stroke-opacity:0.2"):
        (colour,) = re.findall(r"--figure-(\w+)", path.get("style"))
        runs = re.findall(r"h(\d+)", path.get("d"))
        found[colour] = sum(map(int, runs))
    return found


def test_points_stand_where_their_ticks_are():
    shown = picture_of(plot.points, [0.0, 1.0, 2.0], [4.0, 0.0, 2.0])
    across, down = shown.ticks(), shown.ticks(upright=True)
    names = [("0", "4"), ("1.0", "0"), ("2.0", "2")]
    expected = [[across[x], down[y]] for x, y in names]
    np.testing.assert_allclose(shown.dots("linecap:round"), expected, atol=0.2)


def test_classes_differ_without_their_colours():
    x = np.arange(10.0)
    shown = picture_of(plot.points, x, x, np.arange(10))
    shapes = {
        re.sub(r"^M[\d.]+ [\d.]+", "", path.get("d"))
        for path in shown.paths("linecap:round")
        if path.get("d").count("M") == 1
    }
    assert len(shapes) == 10
    assert [text for text in shown.texts if "class" in text] == [
        f"class {i}" for i in range(10)
    ]
    with pytest.raises(ValueError, match=r"at most 10 classes .* got 11"):
        plot.points(np.arange(11), np.arange(11), np.arange(11))


def test_regions_are_what_the_model_says_in_each_cell():
    shown = picture_of(
        plot.points, [-1.0, 3.0], [0.0, 1.0], [0, 1], regions=positive
    )
    cells = areas(shown)
    assert sum(cells.values()) == 36 * 48
    left = 1.2 / 4.4  # from -1.2 to 0, of -1.2 to 3.2
    share = cells["blue"] / (36 * 48)
    assert share == pytest.approx(left, abs=0.5 / 48)
    assert f"Class 0 has {share:.0%} of the area." in shown.alt
    zero = shown.ticks()["0"]
    grid = shown.root.find(f"{SVG}g")
    place, _, scale, _ = numbers(grid.get("transform"))
    border = shown.paths("non-scaling-stroke")[0]
    column = numbers(border.get("d"))[0]
    assert place + scale * column == pytest.approx(zero, abs=scale / 2 + 0.2)


def test_regions_are_upright():
    shown = picture_of(
        plot.points,
        *([0.0, 1.0], [0.0, 1.0], [0, 1]),
        regions=lambda x: x[:, 1:] > 0.9,
    )
    orange = shown.paths("--figure-orange,#c04f00);stroke-opacity:0.2")[0]
    assert numbers(orange.get("d"))[1] == 0.5  # the row on top


def test_a_model_is_asked_for_points_in_a_batch():
    asked = []
    picture_of(
        plot.points,
        *([0.0, 1.0], [0.0, 5.0]),
        regions=lambda x: asked.append(x.shape) or positive(x),
    )
    assert asked == [(36 * 48, 2)]


def test_borders_everywhere_would_be_a_blot(rng):
    shown = picture_of(
        plot.points,
        *([0.0, 1.0], [0.0, 1.0]),
        regions=lambda x: rng.integers(3, size=len(x)),
    )
    assert not shown.paths("non-scaling-stroke")
    assert len(shown.svg) < 60_000


def test_points_are_told_in_words():
    shown = picture_of(
        plot.points,
        *([0.0, 1.0, np.nan], [0.0, 1.0, 2.0], [0, 1, 1]),
        x_label="a",
        y_label="b",
        title="Moons",
    )
    assert shown.alt == (
        "Moons: points of b against a from −0.05 to 1.05. 1 point of class "
        "0. 1 point of class 1. 1 point is not finite: left out."
    )


def test_of_many_points_every_class_keeps_its_share(rng):
    x = rng.normal(size=(20_000, 2))
    classes = np.arange(20_000) % 4 == 0
    shown = picture_of(plot.points, *x.T, classes)
    assert "one point in 20 is drawn" in shown.texts
    counts = [
        path.get("d").count("M")
        for path in shown.paths("linecap:round")
        if path.get("d").count("M") > 1
    ]
    assert counts == [750, 250]
    assert len(shown.svg) < 60_000


@pytest.mark.parametrize(
    ("given", "regions", "says"),
    [
        (([], []), None, "'x' is empty"),
        (([1.0], [1.0, 2.0]), None, "x has 1 numbers, y 2"),
        (([1.0], [1.0], [0, 1]), None, "labels 2"),
        (([1.0], [1.0], [np.nan]), None, "labels must be finite"),
        (([[1.0]], [1.0]), None, "'x' is one row of numbers"),
        (([1.0], [1.0]), lambda x: x, "to the class of each"),
        (([1.0], [1.0]), lambda x: x[:, 0] * np.nan, "with nan"),
        (([1.0], [1.0]), lambda x: x[:, 0], "not probabilities"),
    ],
)
def test_what_are_no_points_is_refused(given, regions, says):
    with pytest.raises(ValueError, match=says):
        plot.points(*given, regions=regions)
