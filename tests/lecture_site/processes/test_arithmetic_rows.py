"""What was proved in other arithmetics is kept, and holds."""

from collections import Counter
from pathlib import Path
from typing import Any

from lecture_site.basics.project import Project
from lecture_site.other_processors.arithmetics import processor, row_of
from lecture_site.processes.arithmetic_rows import keep, rows


def row(name: str, **verdicts: int) -> Any:
    counts = Counter({k.replace("_", " "): n for k, n in verdicts.items()})
    return row_of(name, "a processor", counts, "2020-02-02", {})


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
