"""What was proved in other arithmetics is kept, and holds."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lecture_site.arithmetic_proof import processor, row_of
from lecture_site.arithmetic_rows import keep, rows
from lecture_site.build import committed_products
from lecture_site.project import Project
from lecture_site.targets import read_entries

PROJECT = Project(Path(__file__).resolve().parents[2])
ROWS = {row["name"]: row for row in rows(PROJECT)}
EVERYTHING = ("native", "avx2", "sse", "threads")
RECORDS: dict[str, Any] = read_entries(PROJECT.measured)
NOISY = [name for name, record in RECORDS.items() if "noise" in record]


def row(name: str, **verdicts: int) -> Any:
    counts = Counter({k.replace("_", " "): n for k, n in verdicts.items()})
    return row_of(name, "a processor", counts, {})


def test_a_row_takes_the_place_of_the_last_one_of_its_name(
    tmp_path: Path,
) -> None:
    project = Project(tmp_path)
    assert rows(project) == []
    keep(row("aarch64", same=1), project)
    keep(row("sse", same=1, within_tolerance=2), project)
    keep(row("native", same=3, differs=1), project)
    keep(row("sse", same=3), project)
    kept = rows(project)
    assert [each["name"] for each in kept] == ["native", "sse", "aarch64"]
    assert [each["products"] for each in kept] == [4, 3, 1]
    assert [each["differs"] for each in kept] == [1, 0, 0]


def test_a_processor_has_a_name() -> None:
    assert processor().strip()


@pytest.mark.parametrize("name", ROWS)
def test_nothing_differs_anywhere(name: str) -> None:
    counted = ROWS[name]
    assert counted["differs"] == 0
    agree = counted["same"] + counted["within_tolerance"]
    assert counted["products"] == agree > 0


@pytest.mark.parametrize("name", EVERYTHING)
def test_everything_was_made_again(name: str) -> None:
    """A result that is new since then: `make arithmetic` proves it too."""
    assert ROWS[name]["products"] == len(committed_products(PROJECT))


@pytest.mark.parametrize("name", NOISY)
def test_the_noise_that_is_stated_was_seen(name: str) -> None:
    """The root mean square over n seeds strays by about 1 / √(2n) of it.

    With three arithmetics of five seeds or more, the largest stays within a
    factor of two, and stated noise may be half as much again.
    """
    seen = [counted["noise"].get(name, 0.0) for counted in ROWS.values()]
    assert RECORDS[name]["noise"] / 3 < max(seen) < 2 * RECORDS[name]["noise"]
