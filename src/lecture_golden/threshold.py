"""Golden values of the explorer of a classifier's threshold."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from lecture_code.activations import sigmoid
from lecture_code.arrays import Array
from lecture_experiments.logistic_regression.scaled_splits import (
    BoolArray,
    calibration_error,
)
from lecture_golden.export import FEWEST, State, Value
from lecture_golden.shared.draws import Draws

TOLERANCE = 1e-9

BINS = 20
GROUPS = 10
TRIED = np.arange(101) / 100  # thresholds whose costs are drawn


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield one class alone, equal scores, free errors; and random states."""
    for share, threshold in itertools.product((0.0, 0.5, 1.0), (0, 0.5, 1)):
        drawn = {**_state(rng), "share": share, "threshold": float(threshold)}
        yield drawn
        yield {**drawn, "distance": 0.0}
        yield {**drawn, "confidence": 0.0}
        yield {**drawn, "spread": 0.0, "distance": 6.0, "confidence": 5.0}
        yield {**drawn, "n": 1000, "spread": 3.0, "distance": 6.0}
        yield {**drawn, "n": 10, "missed": 0.0}
        yield {**drawn, "missed": 0.0, "alarm": 0.0}
    for _ in range(FEWEST):
        yield _state(rng)


def values(state: State) -> dict[str, Value]:
    """Return what the classifier says, and what all thresholds make of it."""
    z, is_one = judged(state)
    p = sigmoid(z)
    costs = np.array([_cost(z, is_one, t, state) for t in TRIED])
    return {
        "logits": z.tolist(),
        **_at_threshold(z, is_one, state["threshold"]),
        **along(z, is_one),
        "histogram": [*_histogram(p[is_one]), *_histogram(p[~is_one])],
        **groups(p, is_one),
        "gap": calibration_error(p, is_one, GROUPS),
        "costs": costs.tolist(),
        **_cheapest(z, is_one, state),
        "by_costs": share_of(state["alarm"], state["alarm"] + state["missed"]),
    }


def judged(state: State) -> tuple[Array, BoolArray]:
    """Return the logits of all samples, and which are of class 1.

    Those of class 1 come first. With equal spreads and a confidence of 1 the
    logit is what the densities of both classes say, so that the classifier
    is calibrated.
    """
    n_ones = int(state["share"] * state["n"] + 0.5)
    n_zeros = state["n"] - n_ones
    ones = Draws(state["seed"], 1).normal(1.0, n_ones) * state["spread"]
    zeros = Draws(state["seed"], 0).normal(1.0, n_zeros)
    half = state["distance"] / 2
    x = np.concatenate([half + ones, -half + zeros])
    bias = np.log((n_ones + 0.5) / (n_zeros + 0.5))
    z = state["confidence"] * (state["distance"] * x + bias)
    return z, np.arange(state["n"]) < n_ones


def share_of(part: float, whole: float) -> float:
    """Return a share; nan of nothing."""
    return float(part) / float(whole) if whole else float("nan")


def along(z: Array, is_one: BoolArray) -> dict[str, Value]:
    """Return the points of both curves, and the areas under them."""
    alarms = z >= np.unique(z)[::-1, np.newaxis]  # (n_thresholds, n_samples)
    n_found, n_alarms = (alarms & is_one).sum(axis=1), alarms.sum(axis=1)
    found = [share_of(k, is_one.sum()) for k in n_found]
    false = [share_of(k, (~is_one).sum()) for k in n_alarms - n_found]
    precision = n_found / n_alarms
    return {
        "curve_found": found,
        "curve_false_alarms": false,
        "curve_precision": precision.tolist(),
        "area": float(np.trapezoid([0.0, *found], [0.0, *false])),
        "average_precision": float(np.diff([0.0, *found]) @ precision),
    }


def groups(p: Array, is_one: BoolArray) -> dict[str, Value]:
    """Return mean probability and share of class 1 in each tenth."""
    group = np.minimum((p * GROUPS).astype(int), GROUPS - 1)
    each = [group == k for k in range(GROUPS)]
    return {
        "group_p": [share_of(p[k].sum(), k.sum()) for k in each],
        "group_share": [share_of(is_one[k].sum(), k.sum()) for k in each],
    }


def outcomes(z: Array, is_one: BoolArray, threshold: float) -> list[int]:
    """Count the found, the missed, false alarms, and the rightly quiet."""
    with np.errstate(divide="ignore"):
        least = np.log(threshold / np.float64(1 - threshold))
    alarm = z > least
    kinds = (alarm & is_one, ~alarm & is_one, alarm & ~is_one)
    counts = [int(kind.sum()) for kind in kinds]
    return [*counts, len(z) - sum(counts)]


def _at_threshold(
    z: Array, is_one: BoolArray, threshold: float
) -> dict[str, Value]:
    found, missed, false, quiet = outcomes(z, is_one, threshold)
    return {
        "outcomes": [found, missed, false, quiet],
        "recall": share_of(found, found + missed),
        "precision": share_of(found, found + false),
        "false_alarm_rate": share_of(false, false + quiet),
        "accuracy": share_of(found + quiet, len(z)),
    }


def _cost(
    z: Array, is_one: BoolArray, threshold: float, state: State
) -> float:
    _, missed, false, _ = outcomes(z, is_one, threshold)
    return float(state["missed"] * missed + state["alarm"] * false) / len(z)


def _cheapest(z: Array, is_one: BoolArray, state: State) -> dict[str, Value]:
    """Return the lowest threshold of least cost, of all that part samples."""
    parting = np.array([-np.inf, *np.unique(z)])
    missed = (is_one & (z <= parting[:, np.newaxis])).sum(axis=1)
    false = (~is_one & (z > parting[:, np.newaxis])).sum(axis=1)
    costs = (state["missed"] * missed + state["alarm"] * false) / len(z)
    least = int(np.argmin(costs))
    return {
        "cheapest": float(sigmoid(parting[least : least + 1])[0]),
        "least_cost": float(costs[least]),
    }


def _histogram(p: Array) -> list[int]:
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    return [int(count) for count in np.bincount(bins, minlength=BINS)]


def _state(rng: np.random.Generator) -> State:
    return {
        "threshold": int(rng.integers(0, 101)) / 100,
        "distance": float(rng.uniform(0, 6)),
        "spread": float(rng.uniform(0, 3)),
        "share": float(rng.uniform(0, 1)),
        "confidence": float(rng.uniform(0, 5)),
        "missed": float(rng.uniform(0, 20)),
        "alarm": float(rng.uniform(0, 20)),
        "n": int(rng.integers(10, 201)),
        "seed": int(rng.integers(1, 100)),
    }
