from typing import Any

import pytest

from agreement.measured import compare

RECORD: dict[str, Any] = {
    "description": "Share of it.",
    "value": 0.9,
    "shown": "90 %",
    "form": "percent",
    "unit": "",
    "decimals": 0,
    "low": 0.85,
    "high": 0.95,
    "seeds": [0, 1, 2],
    "values": [0.88, 0.9, 0.93],
    "tolerance": 0.005,
}


def again(**changes: Any) -> dict[str, Any]:
    return RECORD | changes


def test_the_same_values_are_the_same() -> None:
    assert compare(RECORD, again()).verdict == "same"


def test_other_digits_that_round_elsewhere_are_no_change() -> None:
    moved = again(values=[0.88, 0.9049, 0.93], shown="91 %", value=0.91)
    assert compare(RECORD, moved).verdict == "within tolerance"


def test_a_tie_is_no_change() -> None:
    assert compare(RECORD, again(values=[0.88, 0.905, 0.93])).agrees


def test_a_wild_seed_moves_no_median() -> None:
    assert compare(RECORD, again(values=[0.88, 0.9, 0.949])).agrees


def test_a_median_that_moves_is_told_with_what_was_allowed() -> None:
    found = compare(RECORD, again(values=[0.88, 0.92, 0.93]))
    assert found.verdict == "differs"
    assert found.note == "0.9 → 0.92 (moved by 0.02, allowed 0.005)"


@pytest.mark.parametrize(
    "change",
    [
        {"description": "Share of that."},
        {"low": 0.8},
        {"form": "plain"},
        {"seeds": [0, 1, 3]},
        {"noise": 0.05},
        {"reason": "because"},
        {"blind": "so wide is its spread"},
        {"values": [0.88, 0.9]},
        {"decimals": 1},
        {"shown": "91 %"},
        {"tolerance": 9},
    ],
)
def test_what_is_measured_must_be_the_same(change: dict[str, Any]) -> None:
    assert not compare(RECORD, again(**change)).agrees


def test_no_number_is_near_none() -> None:
    values = [0.88, float("nan"), float("nan")]
    assert not compare(RECORD, again(values=values)).agrees
