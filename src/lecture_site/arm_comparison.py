"""How far results of the emulated machine are from what is recorded."""

from __future__ import annotations

from typing import Any

from lecture_command.comparison import compare
from lecture_site.arm_results import ArmResults
from lecture_site.problems import Problem
from lecture_site.project import Project
from lecture_site.targets import read_entries

REMEDY = "show fewer digits, or make it depend less on the order of sums"


def verdicts(given: ArmResults, project: Project) -> dict[str, str]:
    """Compare results with the records; this is the one place that does.

    Returns
    -------
    dict
        For each product "same", "last digit", "within bounds", "passed",
        "differs" or "failed".
    """
    measured: dict[str, Any] = read_entries(project.measured)
    return {
        name: verdict
        for found in (
            _listings(given, project),
            {
                n: _bounds(v, measured[n])
                for n, v in given.measurements.items()
            },
            {
                n: _passed(tests["failures"])
                for n, tests in given.tests.items()
            },
            dict.fromkeys(given.failed, "failed"),
        )
        for name, verdict in found.items()
    }


def _listings(given: ArmResults, project: Project) -> dict[str, str]:
    return {
        name: compare(_recorded(name, project), printed).verdict
        for name, printed in given.listings.items()
    }


def _recorded(name: str, project: Project) -> str:
    path = (project.root / name).with_suffix(".out")
    return path.read_text(encoding="utf-8")


def _bounds(values: list[float], record: dict[str, Any]) -> str:
    keeps = all(record["low"] <= value <= record["high"] for value in values)
    return "within bounds" if keeps else "differs"


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
