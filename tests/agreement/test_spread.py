"""The bounds of chaotic results hold as often as they say."""

import numpy as np
import pytest

from agreement import spread


@pytest.mark.parametrize("n", [5, 10, 20])
def test_a_median_of_the_same_seeds_rarely_moves_further_than_allowed(
    n: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At one false alarm in a hundred, where it can be counted."""
    monkeypatch.setattr(spread, "FALSE_ALARMS", 0.01)
    rng = np.random.default_rng(n)
    old, new = rng.normal(0.9, 0.02, size=(2, 4000, n))
    allowed = [spread.shift_of_chaotic_median(list(row)) for row in old]
    moved = np.abs(np.median(old, axis=1) - np.median(new, axis=1))
    share = np.mean(moved > allowed)
    # The median of few is a little steadier than the formula for many says.
    assert 0.002 < share < 0.02


def test_no_value_of_another_run_is_out_of_bounds_too_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spread, "FALSE_ALARMS", 0.05)
    rng = np.random.default_rng(0)
    old, new = rng.normal(size=(2, 4000, 8))
    outside = 0
    for before, after in zip(old, new, strict=True):
        low, high = spread.range_of_chaotic_values(list(before))
        outside += bool((after < low).any() or (after > high).any())
    # Bonferroni's sum bounds the chance; the values share one estimate.
    assert 0.02 < outside / len(old) < 0.06


def test_bounds_are_rounded_outward_and_by_little() -> None:
    assert spread.rounded_outward(0.91313, 0.93718) == (0.913, 0.938)
    low, high = spread.rounded_outward(-3.21e-9, 4.567e-7)
    assert low <= -3.21e-9
    assert 4.567e-7 <= high <= 4.567e-7 * 1.1
    assert spread.rounded_outward(32.0, 32.0) == (32.0, 32.0)
