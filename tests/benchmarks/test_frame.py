"""The arithmetic of the benchmarks, and what an interrupted one keeps."""

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bench
from frame import results
from frame.choices import CHOSEN
from frame.commands import run
from frame.fit import exponent
from frame.pairs import interleaved
from frame.rows import ABSOLUTE, Row, row


def test_a_ratio_is_that_of_medians() -> None:
    made = row("a", [1, 100, 3], [4, 2, 30], title="A", unit="s", goal=0.5)
    assert (made["ours"], made["peer"], made["ratio"]) == (3, 4, 0.75)
    assert made["goal_of"] == "ratio"
    assert made["runs"] == {"ours": [1, 100, 3], "peer": [4, 2, 30]}


def test_without_a_peer_the_goal_is_of_ours() -> None:
    made = row("a", [2.0], title="A", unit="s", goal=3, goal_of=ABSOLUTE)
    assert made["peer"] is None
    assert made["ratio"] is None
    assert made["goal_of"] == "absolute"


def test_a_row_has_the_fields_that_others_read() -> None:
    made = row("a", [2.0], title="A", unit="s")
    wanted = {"name", "ours", "peer", "ratio", "goal", "unit", "runs"}
    assert wanted <= made.keys()
    assert made["goal"] is None
    assert made["goal_of"] is None


def test_a_peer_that_measures_nothing_has_no_ratio() -> None:
    assert row("a", [2.0], [0.0], title="A", unit="changes")["ratio"] is None


def test_numbers_are_kept_to_four_digits() -> None:
    assert row("a", [12.34567], title="A", unit="s")["ours"] == 12.35


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_is_found(power: float) -> None:
    sizes = [1, 5, 20, 50]
    costs = [3 * size**power for size in sizes]
    assert exponent(sizes, costs) == pytest.approx(power)


def test_the_exponent_is_a_least_squares_fit_of_logarithms() -> None:
    """Costs of 1, 10 and 1000 at 1, 10 and 100: the slope is 3 / 2."""
    assert exponent([1, 10, 100], [1, 10, 1000]) == pytest.approx(1.5)


def test_whoever_begins_a_round_ends_the_next() -> None:
    ran: list[str] = []

    def contestant(name: str) -> Callable[[], float]:
        def run() -> float:
            ran.append(name)
            return float(len(ran))

        return run

    contestants = {name: contestant(name) for name in "abc"}
    samples = list(interleaved("order", contestants, 3))
    assert "".join(ran) == "abcbcacab"
    assert samples[0] == {"a": [1], "b": [2], "c": [3]}
    assert samples[-1] == {"a": [1, 6, 8], "b": [2, 4, 9], "c": [3, 5, 7]}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where rows are kept; it is empty."""
    monkeypatch.setattr(CHOSEN, "quick", False)
    return tmp_path / "results.json"


def test_an_interrupted_bench_keeps_what_it_has(kept: Path) -> None:
    def rows() -> Iterator[Row]:
        yield row("a", [1.0], title="A", unit="s")
        yield row("a", [1.0, 3.0], title="A", unit="s")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench.ran("some", rows, kept)
    (found,) = json.loads(kept.read_text("utf-8"))
    assert found["runs"]["ours"] == [1, 3]
    assert found["bench"] == "some"
    assert found["measured_on"].keys() >= {"processor", "cores", "date"}


def test_a_bench_that_fails_lets_the_others_run(kept: Path) -> None:
    def rows() -> list[Row]:
        raise RuntimeError("no such program")

    assert not bench.ran("some", rows, kept)
    assert not kept.exists()


def test_a_row_replaces_the_last_of_its_name_and_no_other(kept: Path) -> None:
    for bench_name, name, value in [
        ("two", "c", 1.0),
        ("one", "a", 1.0),
        ("one", "b", 1.0),
        ("one", "a", 2.0),
    ]:
        made = row(name, [value], title=name, unit="s")
        assert bench.ran(bench_name, lambda made=made: [made], kept)
    found = json.loads(kept.read_text("utf-8"))
    assert [r["name"] for r in found] == ["a", "b", "c"]
    assert found[0]["ours"] == 2


def test_a_quick_look_keeps_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CHOSEN, "quick", True)
    made = [row("a", [1.0], title="A", unit="s")]
    assert bench.ran("some", lambda: made, kept)
    assert not kept.exists()


def test_every_bench_is_found() -> None:
    names = {name for name, _ in bench.benches()}
    assert {"cache_truth", "cold", "growth", "no_change", "noise"} <= names
    assert "cost_of_activations" not in names


def test_every_peer_is_pinned_and_has_its_reason() -> None:
    text = (results.HERE / "requirements.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line[:1] != "#"]
    assert lines
    for line in lines:
        assert re.fullmatch(r"[\w-]+==[\d.]+ +# .{10,}", line), line


def test_the_page_shows_every_row_that_is_kept() -> None:
    page = results.HERE.parent / "docs" / "how_fast_this_is.md"
    text = page.read_text("utf-8")
    rows = results.read(results.RESULTS)
    assert rows
    for kept_row in rows:
        assert f'benchmark("{kept_row["bench"]}")' in text
        wanted = {"name", "ours", "peer", "ratio", "goal", "unit", "runs"}
        assert wanted <= kept_row.keys()


def test_a_goal_says_what_it_bounds() -> None:
    for kept_row in results.read(results.RESULTS):
        of = kept_row["goal_of"]
        assert (of is None) == (kept_row["goal"] is None)
        assert of != "ratio" or kept_row["ratio"] is not None


WRITES_FOR_EVER = """
import time
while True:
    with open("beats", "a") as beats:
        beats.write(".")
    time.sleep(0.01)
"""
STARTS_IT = f"""
import subprocess, sys
subprocess.run([sys.executable, "-c", {WRITES_FOR_EVER!r}])
"""


def test_a_bench_that_is_ended_ends_what_its_command_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    beats = folder / "beats"

    def interrupted(*_: object) -> None:
        while not beats.exists():
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "wait4", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run([sys.executable, "-c", STARTS_IT], folder)
    written = beats.stat().st_size
    time.sleep(1)
    assert beats.stat().st_size <= written + 1
