"""How far results of the emulated machine are from what is recorded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from agreement import measured, texts
from agreement.difference import Verdict
from agreement.tolerance import stated_in
from lecture_measurements.cases import measurement_named
from lecture_measurements.measurement import Measurement
from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.targets import read_entries
from lecture_site.other_processors.arm.results import ArmResults
from lecture_site.staleness.modules import load_module

REMEDY = "show fewer digits, or make it depend less on the order of sums"


def verdicts(given: ArmResults, project: Project) -> dict[str, str]:
    """Compare results with the records; this is the one place that does.

    Returns
    -------
    dict
        For each product "same", "within tolerance", "differs", "passed" or
        "failed".
    """
    return {
        name: verdict
        for found in (
            _listings(given, project),
            _measurements(given, project),
            {n: _passed(t["failures"]) for n, t in given.tests.items()},
            dict.fromkeys(given.failed, "failed"),
        )
        for name, verdict in found.items()
    }


def _listings(given: ArmResults, project: Project) -> dict[str, Verdict]:
    return {
        name: _listing(project.root / name, printed)
        for name, printed in given.listings.items()
    }


def _listing(path: Path, printed: str) -> Verdict:
    recorded = read_source(path.with_suffix(".out"))
    allowed = stated_in(read_source(path))
    return texts.compare(recorded, printed, allowed).verdict


def _measurements(given: ArmResults, project: Project) -> dict[str, Verdict]:
    records: dict[str, Any] = read_entries(project.measured)
    return {
        name: _measurement(_defined(name, project), values, records[name])
        for name, values in given.measurements.items()
    }


def _defined(name: str, project: Project) -> Measurement:
    page, _, function = name.partition(".")
    module = load_module(project.measurement_modules / f"{page}.py")
    return measurement_named(module, function)


def _measurement(
    found: Measurement, values: list[float], record: dict[str, Any]
) -> Verdict:
    if not all(found.low <= value <= found.high for value in values):
        return "differs"
    return measured.compare(record, found.record_of(values)).verdict


def _passed(failures: dict[str, str]) -> str:
    return "failed" if failures else "passed"


def problems(given: ArmResults, project: Project) -> list[Problem]:
    """Return what has another result on ARM than in the records."""
    return [
        Problem(f"{name} {verdict} on ARM{_why(name, given)}", REMEDY)
        for name, verdict in verdicts(given, project).items()
        if verdict in ("differs", "failed")
    ]


def _why(name: str, given: ArmResults) -> str:
    if name in given.failed:
        return f": {given.failed[name]}"
    if name in given.tests:
        return f": {', '.join(given.tests[name]['failures'])}"
    return ""
