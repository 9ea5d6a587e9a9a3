"""Whether data that were drawn again are, to the eye, those recorded."""

from __future__ import annotations

import math
from typing import Any

from agreement.difference import SAME, Difference, differs, worst
from agreement.shown_change import change
from agreement.shown_numbers import ROUNDING, distance, relative_distance

# Of the range of a list of numbers: three points of a figure 360 wide. Of a
# number that stands alone: of itself.
SHARE = 0.01


def compare(
    recorded: Any, drawn: Any, share: float = SHARE, name: str = ""
) -> Difference:
    """Compare nested data as JSON has them, name by name.

    Parameters
    ----------
    recorded, drawn : dict, list, float, int, str, bool or None
    share : float
        How far a number may move, as a share of the range of the list that
        it stands in; lists side by side are curves in one picture, and
        share their range.
    name : str
        Where these data stand in a larger record.
    """
    return _compare(recorded, drawn, share, name, 0.0)


def _compare(
    recorded: Any, drawn: Any, share: float, name: str, around: float
) -> Difference:
    if isinstance(recorded, dict) and isinstance(drawn, dict):
        return _dicts(recorded, drawn, share, name)
    if _is_list_of_numbers(recorded) and _is_list_of_numbers(drawn):
        range_ = max(around, _range(recorded)) or _range([0.0, *recorded])
        allowed = share * range_
        return _numbers(recorded, drawn, allowed, name)
    if isinstance(recorded, list) and isinstance(drawn, list):
        return _lists(recorded, drawn, share, name)
    if isinstance(recorded, float) and isinstance(drawn, float):
        return _numbers([recorded], [drawn], share * abs(recorded), name)
    if recorded == drawn:
        return SAME
    return differs(f"{name}: {change(recorded, drawn)}")


def _dicts(
    recorded: dict[str, Any], drawn: dict[str, Any], share: float, name: str
) -> Difference:
    if recorded.keys() != drawn.keys():
        return differs(f"{name}: {change(list(recorded), list(drawn))}")
    around = _shared_range(list(recorded.values()))
    return worst(
        _compare(old, drawn[key], share, f"{name}.{key}".strip("."), around)
        for key, old in recorded.items()
    )


def _lists(
    recorded: list[Any], drawn: list[Any], share: float, name: str
) -> Difference:
    if len(recorded) != len(drawn):
        return differs(f"{name}: {len(recorded)} → {len(drawn)} items")
    around = _shared_range(recorded)
    return worst(
        _compare(old, new, share, f"{name}[{i}]", around)
        for i, (old, new) in enumerate(zip(recorded, drawn, strict=True))
    )


def _is_list_of_numbers(values: Any) -> bool:
    return (
        isinstance(values, list)
        and any(isinstance(v, float) for v in values)
        and all(
            isinstance(v, int | float) and not isinstance(v, bool)
            for v in values
        )
    )


def _shared_range(values: list[Any]) -> float:
    """Return the range of curves that lie side by side; else 0."""
    if not values or not all(map(_is_list_of_numbers, values)):
        return 0.0
    if len({len(curve) for curve in values}) > 1:
        return 0.0  # of several lengths, so hardly in one picture
    return _range([number for curve in values for number in curve])


def _range(numbers: list[float]) -> float:
    finite = [number for number in numbers if math.isfinite(number)]
    return max(finite, default=0.0) - min(finite, default=0.0)


def _numbers(
    recorded: list[float], drawn: list[float], allowed: float, name: str
) -> Difference:
    if len(recorded) != len(drawn):
        return differs(f"{name}: {len(recorded)} → {len(drawn)} numbers")
    if recorded == drawn:
        return SAME
    allowed += ROUNDING
    old, new = max(
        zip(recorded, drawn, strict=True), key=lambda pair: distance(*pair)
    )
    apart = distance(old, new)
    return Difference(
        "within tolerance" if apart <= allowed else "differs",
        apart,
        relative_distance(old, new),
        f"{name}: {old:g} → {new:g} "
        f"(moved by {apart:.2g}, allowed {allowed:.2g})",
    )
