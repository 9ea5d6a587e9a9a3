"""The page of the benchmarks is made of their results."""

import json
from pathlib import Path
from typing import Any

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.pages.benchmarks import NOT_YET, benchmark_macros

MACHINE = {
    "processor": "A processor",
    "cores": 2,
    "python": "3.11.7",
    "date": "2026-11-28",
}
ROW: dict[str, Any] = {
    "name": "no_change",
    "bench": "no_change",
    "title": "Nothing changed",
    "peer_is": "MkDocs alone",
    "ours": 24.04,
    "peer": 6.0,
    "ratio": 4.007,
    "goal": 1.15,
    "goal_of": "ratio",
    "unit": "s",
    "runs": {"ours": [24.04, 23.5, 26.0], "peer": [6.0, 5.9, 7.123]},
    "measured_on": MACHINE,
}
ALONE = {
    "name": "growth",
    "bench": "growth",
    "title": "Exponent",
    "peer_is": "",
    "ours": 1.05,
    "peer": None,
    "ratio": None,
    "goal": 1.1,
    "goal_of": "absolute",
    "unit": "of size",
    "runs": {"ours": [1.05], "peer": []},
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "benchmarks").mkdir()
    return Project(tmp_path)


def write(project: Project, rows: object, name: str = "results") -> None:
    path = project.root / "benchmarks" / f"{name}.json"
    path.write_text(json.dumps(rows), encoding="utf-8")


def shown(project: Project, macro: str, *arguments: Any) -> str:
    macros = {each.__name__: each for each in benchmark_macros(project)}
    return macros[macro](*arguments)


def test_a_table_has_medians_their_spread_and_the_machine(
    project: Project,
) -> None:
    write(project, [ROW])
    table = shown(project, "benchmark", "no_change").splitlines()
    assert table[2] == (
        "| Nothing changed | MkDocs alone | `24.0 s` | `23.5` to `26` "
        "| `6 s` | `5.90` to `7.12` | `4.01 ×` | `1.15 ×` | **no** |"
    )
    assert table[-2] == (
        "Medians of `3` runs on 2026-11-28, `A processor`, `2` cores, "
        "Python `3.11.7`."
    )


def test_a_goal_without_a_peer_bounds_ours(project: Project) -> None:
    row = ALONE | {"measured_on": MACHINE}
    write(project, [row, row | {"name": "b", "ours": 1.2, "title": "Other"}])
    table = shown(project, "benchmark", "growth").splitlines()
    assert table[0] == "| What | Ours | Goal | Reached |"
    assert table[2:4] == [
        "| Exponent | `1.05 of size` | `1.10 of size` | yes |",
        "| Other | `1.20 of size` | `1.10 of size` | **no** |",
    ]
    assert table[-2].startswith("A single run on")


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (0.0001612, "0.00016"),
        (0.0000094, "0.0000094"),
        (0.0, "0"),
        (0.01, "0.01"),
    ],
)
def test_a_small_ratio_keeps_its_digits(
    project: Project, ratio: float, expected: str
) -> None:
    write(project, [ROW | {"ratio": ratio}])
    assert f"| `{expected} ×` |" in shown(project, "benchmark", "no_change")


def test_what_is_missed_is_named_with_how_far(project: Project) -> None:
    reached = ROW | {"ratio": 1.15, "title": "Reached"}
    figure = ROW | {"goal": None, "goal_of": None, "title": "A figure"}
    write(project, [ROW, reached, figure])
    assert shown(project, "missed_goals") == (
        "- Nothing changed, beside MkDocs alone: `4.01 ×`, where `1.15 ×` "
        "is the goal"
    )
    write(project, [reached, figure])
    assert shown(project, "missed_goals") == "None is missed."


def test_who_notices_a_change_is_told_with_what_more_was_made(
    project: Project,
) -> None:
    looked_at = {
        "ours": {"noticed": True, "again": 1},
        "MyST-NB": {"noticed": True, "again": 7},
        "mkdocs-jupyter": {"noticed": False, "again": 0},
    }
    row = {"change": "a constant", "needed": 1} | looked_at
    write(project, [row], "cache_truth")
    assert shown(project, "cache_truth").splitlines()[-1] == (
        "| a constant | yes | yes, and makes `6` more again "
        "| **no**: the page shows what was |"
    )


def test_what_was_not_measured_is_said(project: Project) -> None:
    assert shown(project, "benchmark", "cold") == NOT_YET
    assert shown(project, "cache_truth") == NOT_YET


def test_a_text_quotes_a_row_or_a_multiple_of_it(project: Project) -> None:
    assert shown(project, "benchmarked", "no_change") == "–"
    write(project, [ROW])
    assert shown(project, "benchmarked", "no_change") == "`24.0 s`"
    assert shown(project, "benchmarked", "no_change", 5) == "`120 s`"
    with pytest.raises(ProblemError, match=r"no row 'no_chance'"):
        shown(project, "benchmarked", "no_chance")


def test_damaged_results_are_told(project: Project) -> None:
    write(project, {})
    with pytest.raises(ProblemError, match=r"results\.json .*no list"):
        shown(project, "missed_goals")
