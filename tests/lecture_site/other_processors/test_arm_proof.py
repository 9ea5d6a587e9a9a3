"""Results on ARM are kept while they are made, and made once."""

import io
import json
import platform
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics import progress
from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.other_processors.arm import proof as arm_proof
from lecture_site.other_processors.arm.batches import Batch, remaining
from lecture_site.other_processors.arm.comparison import problems, verdicts
from lecture_site.other_processors.arm.machine import ArmMachine
from lecture_site.other_processors.arm.results import ArmResults

pytestmark = pytest.mark.skipif(
    platform.system() == "Windows", reason="nothing is emulated there"
)
SUM, OTHER = "snippets/page/a_sum.py", "snippets/page/other.py"
TESTS = "tests/lecture_code/test_sums.py"
MEASUREMENT = """\
from lecture_measurements.measurement import measurement


@measurement(low=0, high=1)
def third():
    return 1 / 3
"""
RECORD = {
    "description": "",
    "form": "plain",
    "unit": "",
    "decimals": 2,
    "value": 0.33,
    "shown": "0.33",
    "low": 0,
    "high": 1,
    "seeds": [],
    "values": [0.333333],
    "tolerance": 0.005,
}


class Run:
    """A small project, and a Python of this machine that plays ARM's."""

    def __init__(self, root: Path) -> None:
        self.project, self.kept = Project(root), root / "kept.json"
        self.machine = ArmMachine(root / "arm")
        self.write("arm/root/usr/bin/emulated-python", "#!/bin/sh\n")
        self.machine.python.chmod(0o755)
        self.works(True)
        self.write(SUM, "print(1 + 1)")
        self.write(SUM.replace(".py", ".out"), "2\n")
        self.write("src/lecture_measurements/page.py", MEASUREMENT)
        self.write("measured.json", json.dumps({"page.third": RECORD}))
        self.write(TESTS, "def test_sum(): assert 1 + 1 == 2\n")

    def write(self, name: str, text: str) -> None:
        path = self.project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def works(self, does: bool) -> None:
        """Let the machine run what it is given, or fail at the start."""
        then = f'exec "{sys.executable}" "$@"' if does else "exit 9"
        self.machine.python.write_text(f"#!/bin/sh\n{then}\n")

    def run(self, *names: str, seconds: float = 60) -> ArmResults:
        self.said = io.StringIO()
        return arm_proof.results(
            self.project,
            self.machine,
            self.kept,
            Console(file=self.said),
            names=names,
            seconds=seconds,
            warm=(),
        )


@pytest.fixture
def small(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_listings_measurements_and_tests_are_run_and_kept(small: Run) -> None:
    given = small.run()
    assert given.listings == {SUM: "2\n"}
    assert given.measurements == {"page.third": [1 / 3]}
    assert "results on ARM (3) ..." in small.said.getvalue()
    kept = json.loads(small.kept.read_text())
    assert kept["listings"] == given.listings
    assert kept["measurements"] == given.measurements
    assert (kept["tests"]["passed"], kept["tests"]["failed"]) == (1, 0)
    assert kept["processor"].startswith("aarch64 under qemu")
    assert ArmResults.load(small.kept) == given


def test_what_is_there_is_not_run_again(small: Run) -> None:
    given = small.run(SUM)
    small.works(False)
    assert small.run(SUM) == given


def test_what_was_made_from_other_sources_is_run_again(small: Run) -> None:
    small.run(SUM)
    small.write(SUM, "print(1 + 2)")
    assert small.run(SUM).listings == {SUM: "3\n"}


def test_what_is_gone_is_forgotten(small: Run) -> None:
    small.run(SUM)
    (small.project.root / SUM).unlink()
    assert small.run("page.third").made_from.keys() == {"page.third"}


def test_results_outlive_the_end_of_the_emulated_process(small: Run) -> None:
    source = "import os\nos.kill(os.getppid(), 9)\nwhile True: pass"
    small.write(OTHER, source)
    with pytest.raises(ProblemError, match="ended with -9"):
        small.run(SUM, OTHER)
    assert ArmResults.load(small.kept).listings == {SUM: "2\n"}
    small.write(OTHER, "print(2)")
    assert small.run(SUM, OTHER).listings == {SUM: "2\n", OTHER: "2\n"}
    assert "(1) ..." in small.said.getvalue()


def test_nothing_runs_on_after_an_interruption(
    small: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = (small.project.root / name for name in ("begun", "ended"))
    small.write(
        OTHER,
        "import pathlib, time\n"
        f"pathlib.Path({str(begun)!r}).touch()\n"
        "time.sleep(3)\n"
        f"pathlib.Path({str(ended)!r}).touch()\n",
    )

    def interrupt(_: object) -> None:
        if begun.exists():
            raise KeyboardInterrupt

    monkeypatch.setattr(arm_proof, "_look_after", interrupt)
    with pytest.raises(KeyboardInterrupt):
        small.run(OTHER)
    time.sleep(3)
    assert not ended.exists()


def test_a_machine_that_does_not_start_is_a_problem(small: Run) -> None:
    small.works(False)
    with pytest.raises(ProblemError, match="ended with 9"):
        small.run(SUM)


def test_only_what_is_named_is_run(small: Run) -> None:
    assert small.run("page.third").made_from.keys() == {"page.third"}


def test_what_takes_too_long_is_told_and_tried_again(small: Run) -> None:
    small.write(OTHER, "import time; time.sleep(5); print(5)")
    given = small.run(OTHER, seconds=0.5)
    assert given.not_run == {OTHER: "took over 0.5 seconds"}
    assert small.run(OTHER).listings == {OTHER: "5\n"}
    assert ArmResults.load(small.kept).not_run == {}


def test_what_took_too_long_once_comes_last() -> None:
    late, new = (
        Batch("listings", Path(name), (name,), "digest") for name in "ab"
    )
    given = ArmResults(not_run={"a": "took over"}, made_from={"a": "digest"})
    assert remaining([late, new], given, ()) == [new, late]


def test_a_line_comes_also_while_one_product_runs_for_long(
    small: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.5)
    small.write(OTHER, "import time; time.sleep(5)")
    small.run(OTHER)
    assert small.said.getvalue().count("0 of 1 done, 1 left") > 2


def test_results_are_compared_with_the_records(small: Run) -> None:
    given = small.run()
    found = verdicts(given, small.project)
    assert found == {SUM: "same", "page.third": "same", TESTS: "passed"}
    assert problems(given, small.project) == []


def test_what_differs_or_fails_is_a_problem_with_its_reason(
    small: Run,
) -> None:
    small.write(SUM, "print(3)")
    small.write(OTHER, "1 / 0")
    small.write(TESTS, "def test_sum(): assert 1 + 1 == 3\n")
    small.write(
        "measured.json", json.dumps({"page.third": RECORD | {"values": [0.4]}})
    )
    told = "\n".join(map(str, problems(small.run(), small.project)))
    assert f"{SUM} differs on ARM" in told
    assert "page.third differs on ARM" in told
    assert f"{OTHER} failed on ARM: ZeroDivisionError" in told
    assert "test_sums.py::test_sum" in told
