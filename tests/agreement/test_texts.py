import math

import pytest

from agreement.texts import compare


@pytest.mark.parametrize(
    ("recorded", "printed"),
    [
        ("loss 0.25\n", "loss 0.25\n"),
        ("loss 0.25 \n", "loss 0.25"),
        ("a\nb\n", "a\r\nb\r\n"),
    ],
)
def test_the_same_text_is_the_same(recorded: str, printed: str) -> None:
    assert compare(recorded, printed).verdict == "same"


@pytest.mark.parametrize(
    ("recorded", "printed"),
    [
        ("loss 0.25", "loss 0.26"),
        ("[ 0.00 1.5 ]", "[-0.00 1.5 ]"),
        ("below 4.5e-05", "below 4.4e-05"),
        ("about 9e-13", "about 8e-13"),
        ("of 1,310.5", "of 1,310.6"),
        ("− 0.50 and −0.50", "− 0.50 and −0.51"),
        ("[1. 0.5 ]", "[0.99 0.5 ]"),
        ("1.00e-05", "9.99e-06"),
        ("7 × 10⁻⁷", "6 × 10⁻⁷"),
        ("below 10⁻⁷", "below 9 × 10⁻⁸"),
    ],
)
def test_one_apart_in_the_last_decimal_agrees(
    recorded: str, printed: str
) -> None:
    assert compare(recorded, printed).verdict == "within tolerance"


@pytest.mark.parametrize(
    ("recorded", "printed"),
    [
        ("loss 0.25", "loss 0.27"),
        ("4 dead", "5 dead"),
        ("38 %", "39 %"),
        ("[1. 2.]", "[1. 3.]"),
        ("1,310,720 passes", "1,310,721 passes"),
        ("9e-13", "7e-13"),
        ("0.10", "nan"),
        ("loss 0.25", "cost 0.25"),
        ("0.25", "0.25 0.25"),
        ("True", "False"),
        ("x 1.0", ""),
        ("0.3", "0.39"),
        ("# 5", "5 #"),
        ("#", "5"),
        ("a\nb", "a b"),
        ("9007199254740993", "9007199254740992"),
        ("1e400", "2e40"),
        ("10⁻⁷", "10⁻⁵"),
        ("7 × 10⁻⁷", "5 × 10⁻⁷"),
    ],
)
def test_counts_words_and_more_than_the_last_digit_differ(
    recorded: str, printed: str
) -> None:
    assert compare(recorded, printed).verdict == "differs"


def test_the_largest_differences_are_told() -> None:
    found = compare("a 0.10 b 200.0\n", "a 0.20 b 201.0\n")
    assert found.absolute == pytest.approx(1)
    assert found.relative == pytest.approx(0.5)
    assert found.note == (
        "a 0.10 b 200.0 → a 0.20 b 201.0; "
        "200.0 → 201.0 (moved by 1, allowed 0.1)"
    )


def test_words_that_differ_have_no_distance() -> None:
    found = compare("same\nTrue 1.0\n", "same\nFalse 2.0\n")
    assert (found.absolute, found.relative) == (None, None)
    assert found.note == "True 1.0 → False 2.0"


def test_a_number_that_became_none_is_infinitely_far() -> None:
    assert compare("loss 0.5", "loss nan").absolute == math.inf
    assert (
        compare("loss nan 1.0", "loss nan 1.1").verdict == "within tolerance"
    )


def test_a_line_too_many_is_told() -> None:
    assert compare("1.0\n", "1.0\n2.0\n").note == "(nothing) → 2.0"
