"""What the bench of the engine compares, and what it makes of the times."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

import engine
from engines.agreement import check_agreement
from engines.by_hand import by_hand
from engines.in_torch import torch_functions, torch_modules
from engines.lean import lean
from engines.ours import ours
from engines.task import Contestant, Task, classes, moons
from frame.pairs import Samples

torch.set_num_threads(1)
ENGINES = (ours, torch_functions, torch_modules, by_hand, lean)


@pytest.fixture(params=["margin", "cross-entropy"])
def task(request: pytest.FixtureRequest) -> Task:
    if request.param == "margin":
        return moons()
    return classes([5, 4, 3, 10])


def test_all_engines_learn_the_same(task: Task) -> None:
    contestants = {one.__name__: one(task) for one in ENGINES}
    before = [weight.copy() for weight in task.weights]
    for _ in range(20):
        for contestant in contestants.values():
            contestant.step()
    check_agreement(contestants)
    for was, start, now in zip(
        before, task.weights, contestants["ours"].weights(), strict=True
    ):
        assert np.array_equal(was, start)
        assert not np.allclose(now, start)


def test_an_engine_that_learned_something_else_is_refused(task: Task) -> None:
    idle = Contestant(lambda: None, lambda: task.weights)
    learned = ours(task)
    learned.step()
    with pytest.raises(AssertionError, match="idle"):
        check_agreement({"ours": learned, "idle": idle})


@pytest.mark.parametrize(
    ("ratios", "expected"),
    [
        ({8: 0.5, 32: 2.0}, 16.0),
        ({8: 0.5, 32: 1.0, 64: 2.0}, 32.0),
        ({8: 0.5, 32: 2.0, 64: 0.5, 128: 2.0}, 16.0),
        ({8: 0.5, 32: 0.9}, None),
        ({8: 1.5, 32: 2.0}, None),
    ],
)
def test_the_crossover_lies_where_the_ratio_reaches_one(
    ratios: dict[int, float], expected: float | None
) -> None:
    assert engine.crossover(ratios) == (expected and pytest.approx(expected))


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    every = {"ours": [1.0, 3.0, 2.0], "torch_functions": [4.0, 4.0, 4.0]}
    other = {"torch_modules": [8.0], "hips_autograd": [9.0]}
    bare = {"by_hand": [0.5], "lean": [0.75]}
    found: dict[str, Samples] = {
        "small": {**every, **other, **bare, "micrograd": [9000.0]},
        "large": {**every, **other, **bare},
        "8": dict(every),
        "32": {"ours": [16.0, 8.0, 1.0], "torch_functions": [4.0, 2.0, 2.0]},
    }
    monkeypatch.setattr(engine, "_measured", lambda _: found)


@pytest.mark.usefixtures("measured")
def test_the_goals_are_held_against_the_fastest_way_in_torch() -> None:
    rows = {row["name"]: row for row in engine.rows()}
    goals = {name: row["goal"] for name, row in rows.items() if row["goal"]}
    assert goals == {
        "engine_small_torch_functions": 0.3,
        "engine_small_micrograd": 0.00025,
        "engine_large_torch_functions": 1.0,
    }
    assert rows["engine_small_torch_functions"]["ratio"] == 0.5
    assert rows["engine_small_by_hand"]["ours"] == 0.5
    assert rows["engine_large_by_hand"]["peer"] == 4.0


@pytest.mark.usefixtures("measured")
def test_each_width_has_a_row_and_the_crossover_stands_last() -> None:
    rows = list(engine.rows())
    names = [row["name"] for row in rows]
    assert names[-3:] == [
        "engine_width_8",
        "engine_width_32",
        "engine_crossover",
    ]
    assert len(names) == len(set(names))
    assert rows[-1]["runs"]["ours"] == [16.0, 10.15]  # no third


@pytest.mark.usefixtures("measured")
def test_the_table_names_the_least_the_middle_and_the_largest_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    engine.main()
    line = capsys.readouterr().out.splitlines()[1]
    assert "1 < 2 < 3" in line
    assert "0.5" in line


def test_the_measuring_is_done_where_the_peers_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def measuring(
        command: list[str], folder: Path, environment: dict[str, str]
    ) -> None:
        assert command[0] == "the peers' python"
        assert command[-1] == "3"
        assert "benchmarks" in environment["PYTHONPATH"]
        (folder / command[-2]).write_text('{"8": {}}', encoding="utf-8")

    program: Callable[[str], str] = lambda name: f"the peers' {name}"  # noqa: E731
    monkeypatch.setattr(engine, "peers_program", program)
    monkeypatch.setattr(engine, "run", measuring)
    assert engine._measured(3) == {"8": {}}
