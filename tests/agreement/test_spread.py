"""The bounds of noisy results hold as often as they say."""

import numpy as np
import pytest

from agreement import spread


def share_that_moves_further(noise: float, n: int, runs: int = 4000) -> float:
    rng = np.random.default_rng(n)
    old = rng.normal(0.9, 0.02, size=(runs, n))
    new = old + rng.normal(0, noise, size=old.shape)
    allowed = [spread.shift_of_median(noise, list(row)) for row in old]
    moved = np.abs(np.median(old, axis=1) - np.median(new, axis=1))
    return float(np.mean(moved > allowed))


@pytest.mark.parametrize("n", [5, 10, 20])
@pytest.mark.parametrize("noise", [0.002, 0.01, 0.03])
def test_a_median_rarely_moves_further_than_allowed(
    n: int, noise: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At one false alarm in fifty, where it can be counted."""
    monkeypatch.setattr(spread, "FALSE_ALARMS", 0.02)
    assert share_that_moves_further(noise, n) < 0.06


@pytest.mark.parametrize("n", [10, 20])
def test_no_more_is_allowed_than_that_calls_for(
    n: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread, "FALSE_ALARMS", 0.3)
    assert share_that_moves_further(0.01, n) > 0.15


def test_no_value_leaves_its_reach_too_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spread, "FALSE_ALARMS", 0.05)
    moved = np.random.default_rng(0).normal(0, 2.0, size=(4000, 8))
    reach = spread.reach_of_values(2.0, 8)
    outside = np.mean((np.abs(moved) > reach).any(axis=1))
    assert 0.04 < outside < 0.06


def test_a_single_value_moves_with_its_noise() -> None:
    assert spread.shift_of_median(1.0, [3.0]) == pytest.approx(4.89, abs=0.01)


def test_bounds_are_rounded_outward_and_by_little() -> None:
    assert spread.rounded_outward(0.91313, 0.93718) == (0.913, 0.938)
    low, high = spread.rounded_outward(-3.21e-9, 4.567e-7)
    assert low <= -3.21e-9
    assert 4.567e-7 <= high <= 4.567e-7 * 1.1
    assert spread.rounded_outward(32.0, 32.0) == (32.0, 32.0)
