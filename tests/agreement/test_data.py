from typing import Any

import pytest

from agreement.data import compare


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"loss": [10.0, 5.0, 0.1]}, {"loss": [10.05, 5.0, 0.05]}),
        ({"a": {"b": 2.0}}, {"a": {"b": 2.01}}),
        ([[1.0, 2.0], [3.0]], [[1.0, 2.005], [3.0]]),
        ([float("nan"), 1.0], [float("nan"), 1.0]),
        ({"s": 0.0}, {"s": 1e-17}),
        ([0.0, 0.0], [-1e-17, 0.0]),
        ({"a": [1.0]}, {"a": [1.001]}),
        (
            {"a": [0.0, 9.0], "b": [2.3, 2.3]},
            {"a": [0.0, 9.0], "b": [2.3, 2.35]},
        ),
    ],
)
def test_what_the_eye_cannot_tell_apart_agrees(old: Any, new: Any) -> None:
    assert compare(old, new).agrees


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"loss": [10.0, 5.0]}, {"loss": [10.2, 5.0]}, "loss: 10 → 10.2"),
        ({"n": 4}, {"n": 5}, "n: 4 → 5"),
        (
            {"x": [0.0, 9.0, 9.0], "b": [2.3, 2.4]},
            {"x": [0.0, 9.0, 9.0], "b": [2.3, 2.45]},
            "b: 2.4 → 2.45",
        ),
        ({"a": 1.0}, {"b": 1.0}, "['a'] → ['b']"),
        ({"x": [1.0, 2.0]}, {"x": [1.0]}, "x: 2 → 1 numbers"),
        ({"x": [[1.0], [2.0]]}, {"x": [[1.0]]}, "x: 2 → 1 items"),
        ({"x": [1.0]}, {"x": [float("nan")]}, "x: 1 → nan"),
        ({"x": True}, {"x": False}, "x: True → False"),
        ({"x": "a"}, {"x": None}, "x: a → None"),
    ],
)
def test_what_moved_is_told_by_its_name(old: Any, new: Any, told: str) -> None:
    found = compare(old, new)
    assert not found.agrees
    assert told in found.note
