"""Whether a number that was measured again agrees with its record."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from typing import Any

from agreement.difference import SAME, Difference, differs
from agreement.shown_change import change
from agreement.shown_numbers import ROUNDING, distance, relative_distance

Record = Mapping[str, Any]
# What the prose says, and how it was measured. The tolerance follows from
# recorded values, so one that follows from others says nothing.
WORDS = (
    *("description", "form", "decimals", "unit", "low", "high", "seeds"),
    *("noise", "reason", "blind", "tail"),
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
            was = change(recorded.get(key), measured.get(key))
            return differs(f"{key}: {was}")
    if len(recorded["values"]) != len(measured["values"]):
        return differs("it has values of other seeds")
    if recorded["values"] == measured["values"]:
        return _same_values(recorded, measured)
    return _moved(recorded, measured)


def _same_values(recorded: Record, measured: Record) -> Difference:
    """See that the record has what follows from its own values."""
    for key in sorted(recorded.keys() | measured.keys()):
        if recorded.get(key) != measured.get(key):
            was = change(recorded.get(key), measured.get(key))
            return differs(f"{key}: {was}")
    return SAME


def _moved(recorded: Record, measured: Record) -> Difference:
    old, new = (statistics.median(r["values"]) for r in (recorded, measured))
    apart, allowed = distance(old, new), recorded["tolerance"]
    return Difference(
        "within tolerance" if apart <= allowed * (1 + ROUNDING) else "differs",
        apart,
        relative_distance(old, new),
        f"{old:.6g} → {new:.6g} (moved by {apart:.2g}, allowed {allowed:.2g})",
    )
