"""Bounds and tolerances of measurements bite, on any machine."""

import math
from statistics import median
from typing import Any

import pytest

from agreement.measured import compare
from agreement.spread import SLACK, rounded_outward
from lecture_measurements.cases import measurement_named
from lecture_measurements.measurement import Measurement, OutOfBoundsError
from lecture_site.basics.project import Project
from lecture_site.basics.targets import read_entries
from lecture_site.products.measurements import measurement_products
from lecture_site.staleness.modules import load_module

PROJECT = Project.here()
RECORDS: dict[str, Any] = read_entries(PROJECT.measured)
LARGEST_CHANGE = {"percent": 0.05}  # five percentage points
QUARTER = 0.25  # of every other number


def all_measurements() -> dict[str, Measurement]:
    modules = {p.source: None for p in measurement_products(PROJECT)}
    loaded = {source.stem: load_module(source) for source in modules}
    return {
        f"{page}.{name}": measurement_named(loaded[page], name)
        for page, _, name in (full.partition(".") for full in RECORDS)
    }


MEASUREMENTS = all_measurements()
SHOWN = [n for n, m in MEASUREMENTS.items() if m.form != "bound"]
SEEDED = [n for n in SHOWN if MEASUREMENTS[n].seeds]


@pytest.mark.parametrize("name", SHOWN)
def test_bounds_are_those_that_follow_from_the_recorded_values(
    name: str,
) -> None:
    """Neither wider, which notices nothing, nor narrower than is sure."""
    measurement, values = MEASUREMENTS[name], RECORDS[name]["values"]
    low, high = rounded_outward(*measurement.bounds_for(values))
    slack = SLACK * (high - low) * (1 + 1e-9)
    told = f"low={low:.10g}, high={high:.10g} follow from {values}"
    assert abs(measurement.low - low) <= slack, told
    assert abs(measurement.high - high) <= slack, told


@pytest.mark.parametrize("name", SHOWN)
def test_no_tolerance_is_wider_than_its_value(name: str) -> None:
    """What is shown as zero has none, and a share is one of all."""
    record = RECORDS[name]
    middle = 1 if record["form"] == "percent" else median(record["values"])
    assert record["tolerance"] < abs(middle) or not record["value"]


@pytest.mark.parametrize("name", SHOWN)
def test_a_record_is_what_follows_from_its_values(name: str) -> None:
    record = RECORDS[name]
    assert MEASUREMENTS[name].record_of(record["values"]) == record


def changes_of(record: dict[str, Any]) -> list[float]:
    """Return by how much a result is changed to see it noticed.

    What is shown as zero has no quarter.
    """
    size = LARGEST_CHANGE.get(record["form"], QUARTER * abs(record["value"]))
    return [size, -size]


def is_noticed(name: str, change: float) -> bool:
    """Tell whether a change ends the build on the worst of machines.

    There the arithmetic has moved the result by all that bounds and
    tolerance allow, in the other direction.
    """
    measurement, record = MEASUREMENTS[name], RECORDS[name]
    recorded = record["values"]
    room = (
        min(recorded) - measurement.low
        if change > 0
        else measurement.high - max(recorded)
    )
    hidden = math.copysign(min(room, record["tolerance"]), change)
    values = [value + change - hidden for value in recorded]
    try:
        for value in values:
            measurement._checked(value, "")
    except OutOfBoundsError:
        return True
    return not compare(record, measurement.record_of(values)).agrees


def test_what_cannot_be_noticed_is_listed_with_its_reason() -> None:
    unnoticed = {
        name
        for name in SEEDED
        for change in changes_of(RECORDS[name])
        if change and not is_noticed(name, change)
    }
    stated = {name for name in SEEDED if MEASUREMENTS[name].blind}
    assert unnoticed == stated


def test_nearly_all_changes_are_noticed() -> None:
    """A list of exceptions that grows is a rule that does not hold."""
    seeded = [n for n in SEEDED if any(changes_of(RECORDS[n]))]
    blind = [n for n in seeded if MEASUREMENTS[n].blind]
    assert seeded
    assert len(blind) <= 0.02 * len(seeded)
