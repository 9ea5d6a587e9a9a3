"""Penalties leave what they should, and more weights can be better again."""

from typing import Any

import numpy as np
import pytest

from lecture_golden.regularisation import values

STATE: dict[str, Any] = {
    "model": "polynomial",
    "penalty": "none",
    "lambda": 0.1,
    "degree": 15,
    "p": 0.2,
    "samples": 20,
    "noise": 0.3,
    "epochs": 200,
    "seed": 1,
}


def numbers(**changed: Any) -> dict[str, Any]:
    return dict(values({**STATE, **changed}))


def test_only_l1_makes_exact_zeros_and_a_huge_penalty_all_of_them() -> None:
    for penalty, zeros in (("none", 0), ("l2", 0), ("l1", 8)):
        weights = np.array(numbers(penalty=penalty)["weights"])
        assert np.sum(weights == 0) == zeros
    huge = numbers(penalty="l1", **{"lambda": 10.0})
    assert set(huge["weights"]) == {0.0}
    assert np.ptp(huge["curve"]) == 0


def test_a_penalty_costs_training_error_and_saves_validation_error() -> None:
    plain = numbers()
    for penalty in ("l2", "l1"):
        found = numbers(penalty=penalty)
        assert found["training"] > plain["training"]
        assert found["validation"] < plain["validation"] / 100


def test_beyond_as_many_weights_as_samples_the_fit_is_better_again() -> None:
    few, many = numbers(samples=8), numbers(samples=16)
    assert max(few["training"], many["training"]) < 1e-20
    assert many["validation"] > 1e4 * few["validation"]


def test_one_sample_is_a_constant_whatever_the_penalty() -> None:
    for penalty in ("none", "l1", "l2"):
        found = numbers(samples=1, penalty=penalty)
        assert found["curve"] == pytest.approx([found["curve"][0]] * 5)


def test_a_network_shrinks_under_each_penalty_and_l1_jumps_over_zero() -> None:
    plain = np.abs(numbers(model="network")["weights"])
    for penalty in ("l1", "l2"):
        found = np.abs(numbers(model="network", penalty=penalty)["weights"])
        assert found.sum() < 0.9 * plain.sum()
        assert found.min() > 0
    dropped = numbers(model="network", penalty="dropout", p=0.5)
    assert dropped["training"] > numbers(model="network")["training"]
