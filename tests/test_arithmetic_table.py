"""The table of other arithmetics says that nothing differs, and holds."""

from pathlib import Path
from typing import Any

import pytest

from lecture_site.basics.project import Project
from lecture_site.basics.targets import read_entries
from lecture_site.build import committed_products
from lecture_site.processes.arithmetic import ARITHMETICS
from lecture_site.processes.arithmetic_rows import rows

PROJECT = Project(Path(__file__).resolve().parents[1])
ROWS = {row["name"]: row for row in rows(PROJECT)}
RECORDS: dict[str, Any] = read_entries(PROJECT.measured)
NOISY = [name for name, record in RECORDS.items() if "noise" in record]


@pytest.mark.parametrize("name", ROWS)
def test_nothing_differs_anywhere(name: str) -> None:
    counted = ROWS[name]
    assert counted["differs"] == 0
    agree = counted["same"] + counted["within_tolerance"]
    assert counted["products"] == agree > 0


def test_every_arithmetic_was_tried() -> None:
    assert ROWS.keys() == ARITHMETICS.keys()


@pytest.mark.parametrize("name", ROWS)
def test_everything_was_made_again(name: str) -> None:
    """A few results may be new since then; `make arithmetic` is long."""
    now = len(committed_products(PROJECT))
    assert 0.95 * now <= ROWS[name]["products"] <= 1.05 * now


@pytest.mark.parametrize("name", NOISY)
def test_the_noise_that_is_stated_was_seen(name: str) -> None:
    """As much as the noisiest arithmetic has, and at most twice that."""
    seen = max(counted["noise"].get(name, 0.0) for counted in ROWS.values())
    assert seen <= RECORDS[name]["noise"] <= 2 * seen
