import numpy as np
import pytest

from lecture_code.arrays import as_batch, as_classes, as_shape, at_least_one


def test_a_batch_becomes_float64_and_keeps_its_values():
    batch = as_batch([[1, 2], [3, 4]], n_features=2)
    assert batch.dtype == np.float64
    np.testing.assert_array_equal(batch, [[1, 2], [3, 4]])


@pytest.mark.parametrize(
    ("x", "message"),
    [
        (3.0, r"got \(\)"),
        ([1.0, 2.0], r"got \(2,\): use x\[None, :\]"),
        (np.zeros((2, 2, 2)), r"got \(2, 2, 2\)"),
        (np.zeros((0, 2)), r"empty, its shape is \(0, 2\)"),
        (np.zeros((2, 0)), r"empty, its shape is \(2, 0\)"),
        (np.zeros((5, 3)), r"expected 2 features.*\(5, 3\)"),
    ],
)
def test_what_is_no_batch_is_refused_with_its_shape(x, message):
    with pytest.raises(ValueError, match=message):
        as_batch(x, n_features=2)


def test_another_shape_is_refused_with_the_remedy():
    with pytest.raises(ValueError, match=r"y has shape \(2,\).*: transpose"):
        as_shape("y", [1, 2], (2, 1), "transpose")


def test_no_values_at_all_are_refused_even_if_expected():
    with pytest.raises(ValueError, match="y is empty"):
        as_shape("y", np.zeros((0, 3)), (0, 3), "pass some")


def test_classes_become_int64():
    classes = as_classes(np.array([0, 2], dtype=np.int8), 2, 3)
    assert classes.dtype == np.int64
    np.testing.assert_array_equal(classes, [0, 2])


@pytest.mark.parametrize(
    ("classes", "message"),
    [
        ([0, 1, 2], r"shape \(3,\), expected \(2,\)"),
        ([[0, 1], [1, 0]], "not one-hot"),
        ([0.0, 1.0], "must be integers, got float64"),
        ([0, 3], r"in 0..2, got 0..3"),
        ([-1, 2], r"in 0..2, got -1..2"),
    ],
)
def test_what_is_no_class_is_refused(classes, message):
    with pytest.raises(ValueError, match=message):
        as_classes(classes, n_samples=2, n_classes=3)


def test_a_count_below_one_is_named():
    at_least_one(rows=1, columns=2)
    with pytest.raises(ValueError, match="columns must be at least 1, got 0"):
        at_least_one(rows=1, columns=0)
