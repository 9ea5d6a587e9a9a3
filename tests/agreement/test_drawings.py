"""Drawings agree if nobody can tell them apart."""

import math

import numpy as np
import pytest

from agreement.drawings import compare
from agreement.paths import distance, lines_of

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200">'
    "<title>It falls to 0.25.</title>"
    '<path d="m0 0l100 50 100 0" style="fill:none;stroke:#0b62a8" />'
    '<text x="10" y="20" transform="rotate(-90 10 20)">0.1</text></svg>'
)


def test_what_no_eye_sees_is_within_tolerance() -> None:
    moved = SVG.replace("100 50", "100.4 50.3").replace('x="10"', 'x="10.5"')
    assert compare(SVG, SVG).verdict == "same"
    assert compare(SVG, moved).verdict == "within tolerance"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("100 50", "100 53", "moved by"),
        ('x="10"', 'x="13"', "moved by 3 points, allowed 1"),
        ("0.25", "0.28", "words"),
        (">0.1<", ">0.3<", "words"),
        ("#0b62a8", "#c2203a", "style"),
        ("fill:none", "fill:#ffffff", "style"),
        ("rotate(-90", "rotate(-80", "moved by inf"),
        ("<text", "<path d='m0 0h1'/><text", "holds 3 → 4 elements"),
        ('d="m0 0l100 50 100 0"', 'd=""', "moved by inf"),
        ("l100 50 100 0", "l100 50m100 0", "moved by"),
        ("l100 50 100 0", "l1 .5l198 49.5l1 0", "moved by"),
        (">0.1<", ">0.2<", "words"),
        ("</text>", "</text>tail", "words"),
        ('x="10"', 'x="nan"', "moved by nan"),
        ("0 0 360 200", "0 0 360 220", "viewBox"),
    ],
)
def test_what_an_eye_sees_differs(old: str, new: str, told: str) -> None:
    found = compare(SVG, SVG.replace(old, new))
    assert not found.agrees
    assert told in found.note


def test_what_a_figure_states_is_allowed_on_top() -> None:
    moved = SVG.replace("100 50", "100 53")
    assert not compare(SVG, moved, 0.5).agrees
    assert compare(SVG, moved, 2.0).agrees


def test_an_area_has_as_many_edges() -> None:
    area = SVG.replace("fill:none", "fill:#0b62a8")
    open_ = area.replace("l100 50 100 0", "l100 50 100 0z")
    assert not compare(area, open_).agrees
    assert "d m0 0l100 50" in compare(area, open_).note


def test_only_a_figure_that_may_move_has_numbers_that_do() -> None:
    moved = SVG.replace(">0.1<", ">0.2<")
    assert not compare(SVG, moved).agrees
    assert compare(SVG, moved, 0.5).agrees


def test_marks_are_small_so_they_may_move_by_less() -> None:
    mark = '<defs><path d="m0 0v3.5" /></defs>'
    svg = SVG.replace("<path", f"{mark}<path", 1)
    assert compare(svg, svg.replace("v3.5", "v3.55")).agrees
    assert not compare(svg, svg.replace("v3.5", "v2.6")).agrees
    band = svg.replace("v3.5", "v99")
    assert compare(band, band.replace("v99", "v99.6")).agrees


def test_what_stands_in_a_group_stays_there() -> None:
    inner, after = (
        "<svg><g style='opacity:.1'><path d='m0 0h9'/>%s</g>%s</svg>",
    ) * 2
    text = "<text>a</text>"
    assert not compare(inner % ("", text), after % (text, "")).agrees


@pytest.mark.parametrize(
    ("old", "new", "apart"),
    [
        ("M0 0H100", "M0 0M100 0", 50),
        ("M0 0H100", "M0 0H1M99 0H100", 49),
        ("M0 0H100V100H0Z", "M0 0H100V100H0", 50),
        ("M0 0H100V100H0Z", "M0 0L100 100L100 0L0 100Z", 50),
    ],
)
def test_a_line_is_more_than_its_ends(
    old: str, new: str, apart: float
) -> None:
    assert distance(lines_of(old), lines_of(new)) == pytest.approx(apart)


def test_a_path_is_the_same_whatever_its_corners() -> None:
    plain = lines_of("M0 0L10 0L10 10Z")
    with_more = lines_of("m0 0h4h6v10l-5-5z")
    assert distance(plain, with_more) == pytest.approx(0, abs=1e-9)


def test_the_distance_is_that_of_the_furthest_point() -> None:
    square, bumped = lines_of("M0 0H10"), lines_of("M0 0H5V3V0H10")
    assert distance(square, bumped) == pytest.approx(3)
    assert distance(bumped, square) == pytest.approx(3)
    assert distance(square, lines_of("")) == math.inf


def test_bends_are_followed() -> None:
    bend = lines_of("M0 0Q5 10 10 0")
    assert bend[:, :, 1].max() == pytest.approx(5)
    relative = lines_of("m0 0c0 10 10 10 10 0")
    absolute = lines_of("M0 0C0 10 10 10 10 0")
    np.testing.assert_allclose(relative, absolute)


@pytest.mark.parametrize("path", ["5", "1 2", "H", "M0 0L", "M0 0L5Z", "V H3"])
def test_what_is_no_path_is_told(path: str) -> None:
    with pytest.raises(ValueError, match=r"command|followed by"):
        lines_of(path)


def test_an_unknown_command_is_told() -> None:
    with pytest.raises(ValueError, match="'A' is no command"):
        lines_of("M0 0A1 1 0 0 0 2 2")
