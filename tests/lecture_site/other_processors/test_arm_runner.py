"""Products run one by one: what ends one leaves the others alone."""

import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    platform.system() == "Windows", reason="nothing is emulated there"
)
MEASUREMENTS = """\
import os

from lecture_measurements.measurement import measurement

calls = []


@measurement(low=0, high=0, seeds=(3, 4))
def seeded(seed):
    calls.append(seed)
    return seed / 3


@measurement(low=0, high=9)
def ends_all():
    os._exit(7)


@measurement(low=0, high=9)
def calls_so_far():
    return len(calls)


@measurement(low=0, high=9)
def calls_so_far_again():
    return len(calls)
"""


def run(
    folder: Path, kind: str, source: str, *names: str, seconds: float = 60
) -> list[dict[str, Any]]:
    path = folder / "test_source.py"
    path.write_text(source)
    batch = {"kind": kind, "source": str(path), "names": names}
    orders = {"batches": [batch], "seconds": seconds, "warm": ["math"]}
    (folder / "orders.json").write_text(json.dumps(orders))
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "lecture_site.other_processors.arm.runner",
            "orders.json",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_listing_gives_what_it_prints(tmp_path: Path) -> None:
    source = "import os\nprint(1 / 3)\nos.write(1, b'not python')"
    (answer,) = run(tmp_path, "listings", source, "a")
    assert answer["name"] == "a"
    assert answer["value"] == "0.3333333333333333\nnot python"
    assert answer["took"] >= 0


def test_a_listing_that_fails_is_told_with_its_error(tmp_path: Path) -> None:
    (answer,) = run(tmp_path, "listings", "1 / 0", "a")
    assert answer["error"] == "ZeroDivisionError: division by zero"


def test_a_listing_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    source = "while True: pass"
    (answer,) = run(tmp_path, "listings", source, "a", seconds=0.5)
    assert answer["over"] == "took over 0.5 seconds"


def test_every_seed_is_measured_in_full_whatever_the_bounds(
    tmp_path: Path,
) -> None:
    (answer,) = run(tmp_path, "measurements", MEASUREMENTS, "page.seeded")
    assert answer["value"] == [1.0, 4 / 3]


def test_measurements_of_a_module_share_what_they_compute(
    tmp_path: Path,
) -> None:
    names = ("page.seeded", "page.calls_so_far")
    answers = run(tmp_path, "measurements", MEASUREMENTS, *names)
    assert answers[1]["value"] == [2.0]


def test_a_measurement_that_ends_its_process_ends_no_other(
    tmp_path: Path,
) -> None:
    names = ("seeded", "ends_all", "calls_so_far", "calls_so_far_again")
    answers = run(tmp_path, "measurements", MEASUREMENTS, *names)
    assert [answer["name"] for answer in answers] == list(names)
    assert answers[1]["error"] == "it ended its process"
    assert answers[2]["value"] == answers[3]["value"] == [0.0]


def test_tests_are_counted_and_failures_named(tmp_path: Path) -> None:
    source = (
        "def test_right(): pass\n"
        "def test_also_right(): pass\n"
        "def test_wrong(): assert 1 + 1 == 3\n"
    )
    (answer,) = run(tmp_path, "tests", source, "a")
    assert answer["value"]["passed"] == 2
    ((name, why),) = answer["value"]["failures"].items()
    assert name.endswith("::test_wrong")
    assert "1 + 1" in why


def test_tests_that_cannot_be_read_have_failed(tmp_path: Path) -> None:
    (answer,) = run(tmp_path, "tests", "import nonsense_of_no_one", "a")
    (why,) = answer["value"]["failures"].values()
    assert "nonsense_of_no_one" in why
