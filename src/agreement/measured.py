"""Whether a number that was measured again agrees with its record."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from typing import Any

from agreement.difference import SAME, Difference, differs
from agreement.shown_numbers import distance, relative_distance

Record = Mapping[str, Any]
# What the prose says, and how it was measured. The tolerance follows from
# recorded values, so one that follows from others says nothing.
WORDS = (
    *("description", "form", "unit", "low", "high", "seeds"),
    *("noise", "reason", "blind"),
)


def compare(recorded: Record, measured: Record) -> Difference:
    """Compare a record with one that was made again.

    The median over the seeds may move by the recorded tolerance; that every
    seed keeps the bounds was seen when it was measured.

    Parameters
    ----------
    recorded, measured : mapping
        Made by ``Measurement.record``.
    """
    for key in WORDS:
        if recorded.get(key) != measured.get(key):
            old, new = recorded.get(key), measured.get(key)
            return differs(f"{key}: {old!r} → {new!r}")
    if len(recorded["values"]) != len(measured["values"]):
        return differs("it has values of other seeds")
    if recorded["values"] == measured["values"]:
        return SAME
    return _moved(recorded, measured)


def _moved(recorded: Record, measured: Record) -> Difference:
    old, new = (statistics.median(r["values"]) for r in (recorded, measured))
    apart, allowed = distance(old, new), recorded["tolerance"]
    return Difference(
        "within tolerance" if apart <= allowed else "differs",
        apart,
        relative_distance(old, new),
        f"{old:.6g} → {new:.6g} (moved by {apart:.2g}, allowed {allowed:.2g})",
    )


def contradiction(record: Record) -> str:
    """Return what in a record contradicts itself; nothing if all is well."""
    values, low, high = record["values"], record["low"], record["high"]
    if not values:
        return ""
    if not all(low <= value <= high for value in values):
        return f"a value is not within {low:g} and {high:g}"
    return ""
