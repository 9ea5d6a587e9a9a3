"""A picture in the page keeps the page's rules: colours, words, weight."""

import re
from pathlib import Path

import numpy as np
import pytest

from lecture_code import plot
from lecture_code.plot._svg_text import legible
from pictures_shown import SVG, numbers, picture_of

STYLE_SHEET = Path(__file__).parents[2] / "docs/assets/lecture.css"
RNG = np.random.default_rng(0)
X = RNG.normal(size=(3000, 2))
NOISE = RNG.normal(size=(10, 100_000))
NAME = 'a < b & c > "d" \x00 \ud800 𝒴 層' + 60 * "x"
PICTURES = {
    "curves": (plot.curves, {NAME: [1.0, 2.0], "b": [np.nan, 3.0]}),
    "many curves": (plot.curves, {f"w{i}": NOISE[i] for i in range(10)}),
    "histogram": (plot.histogram, {NAME: [1.0, 2.0], "b": [np.nan, 3.0]}),
    "many histograms": (
        lambda values: plot.histogram(values, bins=200, x_label=NAME),
        {f"{NAME}{i}": NOISE[i % 10] for i in range(12)},
    ),
    "overlaid": (
        lambda values: plot.histogram(values, bins=200, overlaid=True),
        {f"{NAME}{i}": NOISE[i] for i in range(10)},
    ),
    "points": (
        lambda x: plot.points(
            *x.T,
            np.arange(len(x)) % 10,
            regions=lambda grid: np.floor(5 + np.sin(40 * grid[:, 0]) * 4),
            x_label=NAME,
            title=NAME,
        ),
        X,
    ),
    "image": (plot.image, NOISE[0].reshape(250, 400)),
    "many images": (
        lambda images: plot.image(images, titles=[NAME] * 32),
        NOISE.reshape(-1)[:8192].reshape(32, 16, 16),
    ),
    "signed images": (
        lambda images: plot.image(images, signed=True),
        NOISE.reshape(-1)[: 32 * 121].reshape(32, 11, 11),
    ),
}


@pytest.fixture(scope="module", params=PICTURES)
def shown(request):
    return picture_of(*PICTURES[request.param])


def test_a_picture_is_an_image_with_a_name(shown):
    assert shown.root.get("role") == "img"
    assert shown.root.get("aria-label") == legible(shown.alt) != ""


def test_nothing_in_it_needs_a_policy_or_clashes(shown):
    tags = {element.tag.removeprefix(SVG) for element in shown.root.iter()}
    assert tags <= {"svg", "g", "path", "text"}
    names = {name for element in shown.root.iter() for name in element.attrib}
    assert not any(re.match(r"on|id$|class$|.*href", name) for name in names)


def test_it_is_light(shown):
    assert len(shown.svg.encode()) < 60_000


def test_its_colours_are_those_of_the_page(shown):
    rules = STYLE_SHEET.read_text(encoding="utf-8")
    light = dict(re.findall(r"(--figure-\w+): (#\w+);", rules)[:9])
    for element in shown.root.iter():
        style = element.get("style", "")
        for colour in re.findall(r"(?:fill|stroke):([^;]+)", style):
            variable = re.fullmatch(r"var\((--figure-\w+),(#\w+)\)", colour)
            assert colour == "none" or light[variable[1]] == variable[2]
        assert not {"fill", "stroke"} & element.attrib.keys()


def test_text_is_text_and_inside(shown):
    _, _, width, height = numbers(shown.root.get("viewBox"))
    for text in shown.root.iter(f"{SVG}text"):
        assert text.text
        place = text.get("transform") or f"{text.get('x')} {text.get('y')}"
        x, y = numbers(place)[:2]
        assert 0 < x < width
        assert 0 < y < height


def test_every_path_is_inside(shown):
    _, _, width, height = numbers(shown.root.get("viewBox"))
    for path in shown.root.findall(f"{SVG}path"):
        for place in re.findall(r"M([\d.-]+) ([\d.-]+)", path.get("d")):
            x, y = map(float, place)
            assert 0 <= x <= width
            assert 0 <= y <= height


def test_what_xml_cannot_hold_is_left_out_and_the_rest_escaped():
    shown = picture_of(plot.curves, {"a": [1.0]}, title='<b> & "c" \x00\ud800')
    assert shown.texts[0] == '<b> & "c"   '
    assert shown.root.get("aria-label").startswith('<b> & "c"   : curves')


def test_a_long_name_is_cut_where_it_would_leave_the_picture():
    name = 100 * "x"
    shown = picture_of(plot.curves, {"a": [1.0]}, title=name)
    assert shown.texts[0].startswith("xxxxxxxxxx")
    assert shown.texts[0].endswith("x…")
    wide = picture_of(plot.curves, {"a": [1.0]}, title=100 * "層")
    assert len(wide.texts[0]) == pytest.approx(len(shown.texts[0]) / 2, abs=1)


def test_many_names_stand_in_several_rows():
    ten = {f"a rather long name {i}": [1.0] for i in range(10)}
    shown = picture_of(plot.curves, ten)
    rows = [
        (text.get("x"), text.get("y"))
        for text in shown.root.iter(f"{SVG}text")
        if "rather" in text.text
    ]
    assert len({*rows}) == 10
    assert len({y for _, y in rows}) == 5
