"""A batch of one is refused in training, and no other sample counts later."""

import numpy as np
import pytest

from lecture_golden.batch_norm import values

STATE = {
    "mode": "training",
    "m": 8,
    "x": 4.0,
    "mean": 3.0,
    "spread": 1.5,
    "seed": 1,
    "gamma": 1.0,
    "beta": 0.0,
    "epsilon": 1e-5,
    "alpha": 0.1,
    "seen": 50,
}


def test_a_batch_of_one_is_refused_in_training_alone() -> None:
    alone = {**STATE, "m": 1}
    assert values(alone)["refused"] == 1
    assert values(alone)["output"] == []
    evaluated = values({**alone, "mode": "evaluation"})
    assert evaluated["refused"] == 0
    assert len(evaluated["output"]) == 1


@pytest.mark.parametrize(
    ("mode", "moves"), [("training", True), ("evaluation", False)]
)
def test_others_move_with_a_sample_in_training_alone(
    mode: str, moves: bool
) -> None:
    near, far = (
        values({**STATE, "mode": mode, "x": x})["output"] for x in (4, 9)
    )
    assert (near[1:] != far[1:]) is moves


def test_what_is_drawn_is_nearly_normal() -> None:
    state = {**STATE, "m": 32, "mean": 0.0, "spread": 1.0}
    drawn = [
        values({**state, "seed": seed, "seen": 0})["batch"][1:]
        for seed in range(1, 60)
    ]
    assert np.mean(drawn) == pytest.approx(0, abs=0.05)
    assert np.std(drawn) == pytest.approx(1, abs=0.05)
    assert np.mean(np.abs(drawn) < 1) == pytest.approx(0.683, abs=0.03)


def test_running_statistics_begin_at_zero_and_one_and_follow() -> None:
    found = values(STATE)
    assert found["running_means"][0] == 0
    assert found["running_variances"][0] == 1
    assert found["running_means"][-1] == pytest.approx(3, abs=0.4)
    assert found["running_variances"][-1] == pytest.approx(2.25, abs=0.8)
