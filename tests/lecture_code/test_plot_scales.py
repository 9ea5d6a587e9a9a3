"""Ticks are 1, 2 or 5 times a power of ten, and inside."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lecture_code.plot._pictures import Axis
from lecture_code.plot._scales import finite, place, short, spanning, ticks


@pytest.mark.parametrize(
    ("low", "high", "names"),
    [
        (0, 10, ["0", "2", "4", "6", "8", "10"]),
        (0, 1, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (-0.3, 0.31, ["−0.2", "0", "0.2"]),
        (0, 430, ["0", "100", "200", "300", "400"]),
        (0, 2e6, ["0", "0.5×10⁶", "1.0×10⁶", "1.5×10⁶", "2.0×10⁶"]),
        (0, 3e-6, ["0", "1×10⁻⁶", "2×10⁻⁶", "3×10⁻⁶"]),
        (
            1000.1,
            1000.3,
            ["1000.10", "1000.15", "1000.20", "1000.25", "1000.30"],
        ),
    ],
)
def test_ticks_are_round(low, high, names):
    assert [*ticks(Axis(low, high), 5).values()] == names


@pytest.mark.parametrize(
    ("low", "high", "names"),
    [
        (0.5, 2000, ["1", "10", "10²", "10³"]),
        (1e-8, 1, ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1"]),
        (0.9, 11, ["1", "2", "5", "10"]),
        (3.1, 4.4, ["3.5", "4.0"]),
    ],
)
def test_ticks_of_powers_are_round(low, high, names):
    found = ticks(Axis(low, high, is_log=True), 5)
    assert [*found.values()] == names


NUMBERS = st.floats(-1e300, 1e300, allow_subnormal=True)


@given(st.lists(NUMBERS, min_size=1), st.integers(1, 6), st.booleans())
def test_every_axis_has_ticks_inside_and_holds_its_numbers(
    values, most, is_log
):
    axis = spanning([np.array(values)], margin=0.05, is_log=is_log)
    assert axis.low < axis.high
    found = np.array([*ticks(axis, most)])
    assert len(found) <= max(most + 2, 5 if is_log else 0)
    if not is_log:
        places = place(np.array([*values, *found]), axis)
        assert np.all((places > -0.01) & (places < 1.01))


def test_an_axis_of_nothing_is_from_0_to_1():
    axis = spanning([np.array([np.nan])], "x")
    assert axis == Axis(0.0, 1.0, "x")
    assert spanning([np.array([-1.0])], is_log=True).high == 10


def test_what_is_too_large_for_an_axis_is_nan():
    found = finite(np.array([1e301, -np.inf, np.nan, -1e300]))
    np.testing.assert_array_equal(found, [np.nan] * 3 + [-1e300])


@pytest.mark.parametrize(
    ("number", "text"),
    [
        *((0.0, "0"), (-1.5, "−1.5"), (0.12345, "0.123"), (12345.6, "12346")),
        *((-2e9, "−2×10⁹"), (1.26e-7, "1.26×10⁻⁷"), (99.96, "100")),
    ],
)
def test_a_number_in_a_sentence_has_three_digits(number, text):
    assert short(number) == text
