"""The more a pixel has, the more ink."""

import re

import numpy as np
import pytest

from lecture_code import plot
from pictures_shown import SVG, numbers, picture_of


def drawn(shown):
    """Return the ink of each image, row by row, below 0 where it is blue."""
    images = []
    for grid in shown.root.iter(f"{SVG}g"):
        if grid.get("transform"):
            ink = {}
            for level in grid.iter(f"{SVG}g"):
                sign = -1 if "--figure-blue" in level.get("style", "") else 1
                for path in level.findall(f"{SVG}path"):
                    strength = sign * float(path.get("opacity"))
                    ink |= dict.fromkeys(pixels(path.get("d")), strength)
            images.append(ink)
    return images


def pixels(d):
    for x, y, n in re.findall(r"M(\d+) (\d+)\.5h(\d+)", d):
        yield from ((int(y), int(x) + i) for i in range(int(n)))


def test_the_least_has_no_ink_and_the_greatest_most():
    (ink,) = drawn(picture_of(plot.image, [[0.0, 2.0], [4.0, 4.0]]))
    assert ink == {(0, 1): 0.5, (1, 0): 1.0, (1, 1): 1.0}


def test_a_range_may_be_given_and_what_is_beyond_is_said():
    shown = picture_of(plot.image, [[0.0, 2.0], [4.0, 9.0]], low=2, high=4)
    assert drawn(shown) == [{(1, 0): 1.0, (1, 1): 1.0}]
    assert "2 pixels are beyond the range: drawn at its end" in shown.texts


def test_all_images_share_a_range():
    shown = picture_of(plot.image, [[[0.0, 1.0]], [[0.0, 4.0]]])
    assert drawn(shown) == [{(0, 1): 0.25}, {(0, 1): 1.0}]


def test_signed_images_have_two_colours_and_stripes_below_0():
    shown = picture_of(plot.image, [[-4.0, 0.0, 2.0]], signed=True)
    assert drawn(shown) == [{(0, 0): -1.0, (0, 2): 0.5}]
    below = [
        g.get("style")
        for g in shown.root.iter(f"{SVG}g")
        if "--figure-blue" in g.get("style", "")
    ]
    assert all("stroke-width:0.6" in style for style in below)
    assert below
    clipped = picture_of(plot.image, [[-4.0, 2.0]], signed=True, high=2)
    assert "1 pixel is beyond the range: drawn at its end" in clipped.texts


def test_images_stand_in_rows_of_eight_with_their_titles():
    titles = [f"w{i}" for i in range(10)]
    shown = picture_of(plot.image, np.ones((10, 4, 4)), titles=titles)
    places = [
        (float(text.get("x")), float(text.get("y")))
        for text in shown.root.iter(f"{SVG}text")
    ]
    assert shown.texts == titles
    assert len({y for _, y in places[:8]}) == 1
    assert places[8][0] == places[0][0]
    assert places[8][1] > places[0][1]


def test_pixels_are_squares(rng):
    for shape in ((4, 8), (30, 3), (1, 50)):
        shown = picture_of(plot.image, rng.normal(size=shape))
        (grid,) = shown.root.findall(f"{SVG}g")
        *_, across, down = numbers(grid.get("transform"))
        assert across == pytest.approx(down, rel=0.01)


def test_an_image_is_told_in_words():
    shown = picture_of(
        plot.image, [[0.5, np.nan], [np.inf, 1.5]], title="Digit"
    )
    assert shown.alt == (
        "Digit: 1 image of 2 × 2 pixels, with values from 0.5 to 1.5. 2 "
        "pixels are not finite: left empty."
    )
    signed = picture_of(plot.image, [[1.0]], signed=True)
    assert "negative and positive in two colours" in signed.alt
    nothing = picture_of(plot.image, [[np.nan]])
    assert "without a finite value" in nothing.alt


def test_a_constant_image_is_a_picture():
    assert drawn(picture_of(plot.image, [[3.0, 3.0]])) == [{}]


@pytest.mark.parametrize("shape", [(300, 401), (2, 100, 90), (1, 1, 9000)])
def test_what_a_page_cannot_hold_is_averaged_in_squares(rng, shape):
    shown = picture_of(plot.image, rng.normal(size=shape))
    assert len(shown.svg) < 60_000
    assert "Each square is the mean of" in shown.alt


def test_squares_at_an_edge_are_means_of_what_there_is(rng):
    noise = rng.uniform(size=(400, 401))
    noise[:, 390:] += 5.0
    shown = picture_of(plot.image, noise, low=0, high=6)
    (ink,) = drawn(shown)
    n = int(re.findall(r"mean of (\d+)", shown.alt)[0])
    last = ((400 - 1) // n, (401 - 1) // n)
    assert last == max(ink)
    for row, column in (last, (5, last[1]), (last[0], 3)):
        square = noise[row * n :, column * n :][:n, :n]
        assert ink[row, column] == pytest.approx(square.mean() / 6, abs=1 / 32)


@pytest.mark.parametrize(
    ("array", "options", "says"),
    [
        ([1.0], {}, r"an image has shape .* got \(1,\)"),
        (np.zeros((0, 3)), {}, "none of them 0"),
        (np.zeros((2, 3, 4, 3)), {}, "one channel"),
        (np.zeros((33, 2, 2)), {}, "at most 32 images .* got 33"),
        (np.eye(2), {"low": 2, "high": 1}, "low must be below high"),
        (np.eye(2), {"high": np.inf}, "both finite"),
        (np.eye(2), {"low": 0, "signed": True}, "begins at 0"),
        (np.eye(2), {"titles": ["a", "b"]}, "1 images and 2 titles"),
    ],
)
def test_what_is_no_image_is_refused(array, options, says):
    with pytest.raises(ValueError, match=says):
        plot.image(array, **options)


def test_one_title_need_not_stand_in_a_list():
    assert picture_of(plot.image, np.eye(2), titles="W").texts == ["W"]
