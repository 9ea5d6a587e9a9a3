import re
from pathlib import Path

import matplotlib.pyplot as plt
import pytest

from lecture_figures.drawing.themed_svg import (
    BLUE,
    ORANGE,
    THEME,
    figure_style,
    themed_svg,
)

STYLE_SHEET = Path(__file__).resolve().parents[3] / "docs/assets/lecture.css"


@pytest.fixture
def svg() -> str:
    with figure_style():
        figure, ax = plt.subplots()
        ax.plot([0, 1], [0, 0.123456789], color=BLUE, label="loss")
        ax.legend()
        ax.set_title("rate 0.0025")
    return themed_svg(figure, "A line that rises.", "page-line")


def test_colours_are_variables_of_the_page(svg: str) -> None:
    assert "var(--figure-blue,#0b62a8)" in svg
    assert not any(sentinel in svg for sentinel in THEME)


def test_no_colour_stands_outside_the_theme(svg: str) -> None:
    literal = re.findall(r"#[0-9a-f]{6}", re.sub(r"var\([^)]*\)", "", svg))
    assert literal == []


def test_text_stays_text_in_the_font_of_the_page(svg: str) -> None:
    assert ">loss</text>" in svg
    assert "DejaVu" not in svg


def test_the_alt_text_is_the_title_of_the_picture(svg: str) -> None:
    assert 'role="img"' in svg
    (title,) = re.findall(r'<title id="page-line-title">(.*?)</title>', svg)
    assert title == "A line that rises."
    assert 'aria-labelledby="page-line-title"' in svg


def test_nothing_in_it_styles_the_page(svg: str) -> None:
    assert "<style" not in svg
    assert "<metadata" not in svg


def test_coordinates_have_two_decimals(svg: str) -> None:
    tags = "".join(re.findall(r"<[^>]*>", svg))
    assert re.findall(r"\d\.\d{3,}", tags) == []


def test_numbers_that_a_reader_sees_keep_their_digits(svg: str) -> None:
    assert ">rate 0.0025</text>" in svg


def test_ids_are_unlike_those_of_other_figures(svg: str) -> None:
    with figure_style():
        figure, ax = plt.subplots()
        ax.plot([0, 1], [0, 0.123456789], color=BLUE, label="loss")
        ax.legend()
    other = themed_svg(figure, "The same again.", "page-other")
    ids = re.compile(r'id="([^"]*)"')
    assert not set(ids.findall(svg)) & set(ids.findall(other))


def test_every_variable_is_set_in_light_and_in_dark() -> None:
    css = STYLE_SHEET.read_text(encoding="utf-8")
    for variable, light in THEME.values():
        values = re.findall(rf"{variable}: (#[0-9a-f]+);", css)
        assert len(values) == 2
        assert values[0] == light


def test_marks_in_a_row_say_their_style_once() -> None:
    with figure_style():
        figure, ax = plt.subplots()
        ax.plot([1, 2, 3], [1, 2, 1], "o", color=BLUE)
        ax.plot([1, 2, 3], [2, 1, 2], "s", color=ORANGE)
    svg = themed_svg(figure, "Six points in two colours.", "page-points")
    groups = re.findall(r"<g style=\"([^\"]*)\">((?:<use [^>]*>){3})</g>", svg)
    assert ["blue" in style for style, _ in groups] == [True, False]
    assert all("style" not in marks for _, marks in groups)
