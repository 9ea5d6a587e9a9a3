"""A singular matrix is told also where the processor tells nothing."""

import numpy as np
import pytest

from lecture_live.solving import checked

SINGULAR = np.ones((2, 2))


def silent(a: np.ndarray, b: np.ndarray | None = None) -> np.ndarray:
    """Solve as NumPy in a browser does."""
    right = np.eye(2) if b is None else b
    try:
        return np.linalg.solve(a, right)
    except np.linalg.LinAlgError:
        return np.full(right.shape, np.inf)


def test_a_singular_matrix_raises() -> None:
    with pytest.raises(np.linalg.LinAlgError, match="Singular matrix"):
        checked(silent)(SINGULAR)
    with pytest.raises(np.linalg.LinAlgError, match="Singular matrix"):
        checked(silent)(SINGULAR, b=np.ones(2))


def test_what_can_be_solved_is_what_it_was() -> None:
    twice = 2 * np.eye(2)
    assert np.array_equal(checked(silent)(twice), np.eye(2) / 2)
    assert np.array_equal(checked(silent)(twice, np.ones(2)), [0.5, 0.5])


def test_what_was_infinite_before_is_no_singular_matrix() -> None:
    assert not np.isfinite(checked(silent)(SINGULAR * np.nan)).any()
