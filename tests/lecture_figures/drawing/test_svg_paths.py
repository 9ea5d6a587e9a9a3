import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lecture_figures.drawing.svg_paths import shorter_path

tenths = st.integers(-9999, 9999).map(lambda n: n / 10)
points = st.tuples(tenths, tenths)
TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "q": 2, "z": 0}


def ends(short: str) -> list[tuple[float, float]]:
    """Follow a relative path and return where each of its steps ends."""
    x = y = 0.0
    visited = []
    for letter, rest in re.findall(r"([a-z])([^a-z]*)", short):
        numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", rest)]
        while numbers:
            step, numbers = numbers[: TAKES[letter]], numbers[TAKES[letter] :]
            dx, dy = {"h": (step[0], 0), "v": (0, step[0])}.get(
                letter, tuple(step[-2:])
            )
            x, y = x + dx, y + dy
            visited.append((round(x, 1), round(y, 1)))
    return visited


def written(line: list[tuple[float, float]]) -> str:
    words = [f"{'L' if i else 'M'} {x} {y}" for i, (x, y) in enumerate(line)]
    return " ".join(words)


def gap(point: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """Return how far a point is from the nearest part of a line."""
    return min(
        np.hypot(*np.subtract(point, np.add(a, share * np.subtract(b, a))))
        for a, b in pairwise([line[0], *line])
        for share in np.linspace(0, 1, 201)
    )


@settings(deadline=None)  # `gap` is slow on a busy machine
@given(st.lists(points, min_size=2, max_size=8))
def test_a_line_keeps_its_ends_and_no_point_is_far_from_it(
    line: list[tuple[float, float]],
) -> None:
    left = ends(shorter_path(written(line)))
    assert left[0] == line[0]
    assert left[-1] == line[-1]
    assert set(left) <= set(line)
    span = max(abs(n) for point in line for n in point)
    for point in line:
        assert gap(point, left) <= 0.1 + span / 100  # the grid of `gap`


def test_points_on_the_way_are_left_out() -> None:
    assert shorter_path("M 0 0 L 1 1 L 2 2 L 3 3 L 3 5") == "m0 0l3 3v2"
    assert shorter_path("M 0 0 L 5 0.1 L 10 0") == "m0 0h10"
    assert shorter_path("M 0 0 L 5 0.2 L 10 0") == "m0 0l5 .2 5-.2"


def test_a_line_that_turns_back_keeps_its_turn() -> None:
    assert shorter_path("M 0 0 L 9 0 L 2 0") == "m0 0h9-7"
    assert shorter_path("M 0 0 L 9 0 L 0 0") == "m0 0h9-9"


@given(st.lists(tenths.map(lambda t: t + 0.04), min_size=2))
def test_roundings_do_not_add_up(xs: list[float]) -> None:
    curves = " ".join(f"C 0 0 1 1 {x:.2f} {x:.2f}" for x in xs)
    left = ends(shorter_path(f"M 0 0 {curves}"))
    for (x, _), exact in zip(left[1:], xs, strict=True):
        assert x == pytest.approx(exact, abs=0.051)


def test_a_box_takes_one_letter_a_side() -> None:
    drawn = "M 51.9 203.6 L 357 203.6 L 357 3 L 51.9 3 L 51.9 203.6 z "
    assert shorter_path(drawn) == "m51.9 203.6h305.1v-200.6h-305.1v200.6z"


def test_a_curve_leads_from_its_start() -> None:
    assert shorter_path("M 1 1 C 1 2 3 4 5 6.25") == "m1 1c0 1 2 3 4 5.2"


def test_a_second_part_begins_where_the_first_was_closed() -> None:
    drawn = "M 1 1 L 2 3 z M 4 4 L 5 5"
    assert shorter_path(drawn) == "m1 1l1 2zm3 3l1 1"


def test_a_mark_may_be_finer() -> None:
    drawn = "M 0 -1.25 L 0 1.25"
    assert shorter_path(drawn, per_unit=100) == "m0-1.25v2.5"


@pytest.mark.parametrize("command", ["A", "l", "S"])
def test_a_command_that_is_never_written_is_refused(command: str) -> None:
    with pytest.raises(ValueError, match=f"has '{command}'"):
        shorter_path(f"M 0 0 {command} 1 1")
