"""The run that a browser repeats learns, and begins where it should."""

from typing import Any

import numpy as np
import pytest

from lecture_golden.small_network import DATA, values

STATE: dict[str, Any] = {
    "data": "rings",
    "noise": 0.1,
    "layers": 1,
    "units": 8,
    "activation": "tanh",
    "start": "xavier",
    "lr": 0.3,
    "batch": "10",
    "l2": 0.0,
    "dropout": 0.0,
    "seed": 1,
    "points": "",
    "epochs": 0,
}


def lists(**changed: Any) -> dict[str, Any]:
    return dict(values({**STATE, **changed}))


@pytest.mark.parametrize("data", DATA)
def test_eight_units_learn_each_of_the_problems(data: str) -> None:
    found = lists(data=data, epochs=150)
    assert len(found["loss"]) == 151
    assert found["loss"][-1] < 0.5 * found["loss"][0]
    assert found["validation_accuracy"][-1] > 0.8


def test_from_zero_every_probability_is_one_half() -> None:
    found = lists(start="zeros")
    assert found["loss"] == pytest.approx([np.log(2)])
    assert set(found["logits"]) == {0.0}


def test_points_by_hand_are_learned_from_and_not_judged_by() -> None:
    plain, more = lists(), lists(points="1,-0.5,0;2,2,1")
    assert more["samples"][8:12] == [1, -0.5, 2, 2]
    assert more["samples"][12:] == plain["samples"][12:]
    assert more["validation_loss"] == plain["validation_loss"]


def test_a_penalty_shrinks_the_weights_and_dropout_changes_the_run() -> None:
    plain, penalised = lists(epochs=20), lists(epochs=20, l2=0.02)
    dropped = lists(epochs=20, dropout=0.5)
    assert np.linalg.norm(penalised["weights"]) < np.linalg.norm(
        plain["weights"]
    )
    assert dropped["loss"][0] == plain["loss"][0]
    assert dropped["loss"][1] != plain["loss"][1]
