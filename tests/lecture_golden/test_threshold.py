"""The curves of a threshold are scikit-learn's; nothing is shared of none."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    average_precision_score,
    confusion_matrix,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
)

from lecture_code.activations import sigmoid
from lecture_golden.threshold import judged, values

STATE: Mapping[str, Any] = {
    "threshold": 0.3,
    "distance": 1.5,
    "spread": 1.4,
    "share": 0.3,
    "confidence": 1.7,
    "missed": 9.0,
    "alarm": 1.0,
    "n": 160,
    "seed": 1,
}
DRAWN = [{**STATE, "seed": seed} for seed in range(1, 6)]
EQUAL = {**STATE, "confidence": 0.0}


@pytest.mark.parametrize("state", [*DRAWN, EQUAL])
def test_curves_are_those_of_scikit_learn(state: dict[str, Any]) -> None:
    z, is_one = judged(state)
    found = values(state)
    false, recall, _ = roc_curve(is_one, z, drop_intermediate=False)
    assert found["curve_false_alarms"] == pytest.approx(false[1:].tolist())
    assert found["curve_found"] == pytest.approx(recall[1:].tolist())
    precision, recall, _ = precision_recall_curve(is_one, z)
    assert found["curve_precision"] == pytest.approx(
        precision[-2::-1].tolist()
    )
    assert found["curve_found"] == pytest.approx(recall[-2::-1].tolist())
    assert found["area"] == pytest.approx(roc_auc_score(is_one, z))
    average = average_precision_score(is_one, z)
    assert found["average_precision"] == pytest.approx(average)


@pytest.mark.parametrize("state", DRAWN)
def test_groups_are_those_of_scikit_learn(state: dict[str, Any]) -> None:
    z, is_one = judged(state)
    found = values(state)
    share, p = calibration_curve(is_one, sigmoid(z), n_bins=10)
    for wanted, name in ((share, "group_share"), (p, "group_p")):
        inhabited = [x for x in found[name] if not math.isnan(x)]
        assert inhabited == pytest.approx(wanted.tolist())


@pytest.mark.parametrize("state", DRAWN)
def test_outcomes_are_those_of_scikit_learn(state: dict[str, Any]) -> None:
    z, is_one = judged(state)
    alarm = sigmoid(z) > state["threshold"]
    matrix = confusion_matrix(is_one, alarm)[::-1, ::-1]
    assert values(state)["outcomes"] == matrix.ravel().tolist()


def test_what_is_a_share_of_nothing_is_no_number() -> None:
    assert math.isnan(values({**STATE, "threshold": 1.0})["precision"])
    none = values({**STATE, "share": 0.0})
    assert math.isnan(none["recall"])
    assert math.isnan(none["area"])
    all_ones = values({**STATE, "share": 1.0})
    assert math.isnan(all_ones["false_alarm_rate"])
    assert all_ones["average_precision"] == pytest.approx(1)


def test_right_probabilities_are_calibrated_and_give_the_best_threshold() -> (
    None
):
    right = {**STATE, "spread": 1.0, "n": 4000}
    found = values({**right, "confidence": 1.0})
    assert found["gap"] < 0.03
    assert found["by_costs"] == 0.1
    assert found["cheapest"] == pytest.approx(0.1, abs=0.04)
    too_sure = values({**right, "confidence": 3.0})
    assert too_sure["gap"] > 0.05
    assert too_sure["cheapest"] < 0.03


def test_the_cheapest_threshold_costs_least_and_is_the_lowest() -> None:
    found = values(STATE)
    assert 0 < found["least_cost"] <= min(found["costs"])
    for confidence in (0.25, 4.0):  # the order of the samples stays
        same = values({**STATE, "confidence": confidence})
        assert same["least_cost"] == found["least_cost"]
    assert values({**STATE, "missed": 0.0})["costs"][100] == 0
    free = values({**STATE, "missed": 0.0, "alarm": 0.0})
    assert free["cheapest"] == 0
    assert math.isnan(free["by_costs"])


def test_a_constant_factor_changes_no_curve() -> None:
    sure, doubtful = (values({**STATE, "confidence": k}) for k in (4.0, 0.25))
    assert sure["area"] == doubtful["area"]
    assert np.array_equal(sure["curve_precision"], doubtful["curve_precision"])
