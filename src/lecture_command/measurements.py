"""The measurements of the lecture: their names, and one repeated here."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

from agreement.difference import Difference
from agreement.measured import compare
from lecture_command.names import full_name
from lecture_command.shelf import recorded
from lecture_measurements.cases import measurement_named
from lecture_measurements.measurement import Measurement


def measurement_names() -> list[str]:
    """Return the names of all measurements, sorted."""
    return sorted(recorded())


def descriptions() -> dict[str, str]:
    """Return what each measurement says of itself, by its name."""
    return {
        name: entry["description"]
        for name, entry in sorted(recorded().items())
    }


@dataclass(frozen=True)
class Measured:
    """A measurement that was repeated.

    Parameters
    ----------
    name : str
        `PAGE.FUNCTION`.
    measurement : Measurement
        What it is.
    values : list of float
        One for each seed.
    record : dict of str to object
        What was recorded for the pages.
    """

    name: str
    measurement: Measurement
    values: list[float]
    record: dict[str, Any]

    @property
    def value(self) -> float:
        """The median over the seeds."""
        return median(self.values)

    @property
    def difference(self) -> Difference:
        """How it compares with its record."""
        return compare(self.record, self.measurement.record_of(self.values))

    @property
    def is_within_bounds(self) -> bool:
        """Whether every seed keeps the bounds."""
        bounds = self.measurement
        return all(bounds.low <= value <= bounds.high for value in self.values)

    def as_json(self) -> dict[str, Any]:
        """Return all that is known, for scripts."""
        return {
            "name": self.name,
            "description": self.measurement.description,
            "value": self.value,
            "shown": self.measurement.shown(self.value),
            "values": self.values,
            "seeds": list(self.measurement.seeds),
            "low": self.measurement.low,
            "high": self.measurement.high,
            "within_bounds": self.is_within_bounds,
            "agrees": self.difference.agrees,
            "recorded": self.record,
        }


def repeat(name: str, done: Callable[[int, int], object]) -> Measured:
    """Measure again.

    Parameters
    ----------
    name : str
        `PAGE.FUNCTION`, or `FUNCTION`.
    done : callable
        Called with the number of seeds that are done, and of all.
    """
    records = recorded()
    full = full_name(name, list(records), ".", "measurement")
    page, _, function = full.partition(".")
    module = importlib.import_module(f"lecture_measurements.{page}")
    measured = measurement_named(module, function)
    arguments: list[tuple[int, ...]] = [(seed,) for seed in measured.seeds]
    arguments = arguments or [()]
    values = []
    for count, seed in enumerate(arguments):
        done(count, len(arguments))
        values.append(float(measured(*seed)))
    return Measured(full, measured, values, records[full])
