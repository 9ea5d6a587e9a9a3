import numpy as np
import pytest

from lecture_code.arrays import (
    a_share,
    as_batch,
    as_classes,
    as_count,
    as_floats,
    as_number,
    as_shape,
    at_least_one,
    at_least_zero,
    in_float64,
)


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


@pytest.mark.parametrize(
    "values", [[1j], "3", ["3"], None, [None], len, {}, [2**70]], ids=repr
)
def test_what_is_no_real_number_is_refused(values):
    with pytest.raises(ValueError, match="expected real numbers"):
        as_floats(values)


def test_a_mask_does_not_get_lost():
    """What it hides would be computed with."""
    values = np.ma.array([0, 1], mask=[False, True])
    with pytest.raises(ValueError, match="compressed"):
        as_floats(values)
    with pytest.raises(ValueError, match="compressed"):
        as_classes(values, 2, 2)


def test_what_is_float64_already_is_not_copied():
    x = np.ones(3)
    assert as_floats(x) is x
    assert as_floats(np.ones(3, dtype=">f8")).dtype.isnative


def test_one_number_and_no_more_is_a_setting():
    number = as_number("lr", np.float16(0.1))
    assert type(number) is float
    assert number == 0.0999755859375
    with pytest.raises(
        ValueError, match=r"lr is one number, got shape \(1,\)"
    ):
        as_number("lr", [0.1])


@pytest.mark.parametrize("count", [2.0, np.float64(2), "2", None, [2]])
def test_a_count_is_a_whole_number(count):
    with pytest.raises(ValueError, match="n must be a whole number, got"):
        as_count("n", count)


def test_a_count_of_a_small_type_does_not_overflow_later():
    assert as_count("n", np.uint8(255)) + 1 == 256
    with pytest.raises(ValueError, match="n must be at least 3, got 2"):
        as_count("n", 2, least=3)


def test_a_decorated_function_takes_its_arguments_by_name_too():
    @in_float64
    def plus(a, b=1):
        """Add."""
        return a + b

    assert plus(np.int8(127), b=np.int8(127)) == 254
    assert plus([np.uint8(255)]) == 256
    assert (plus.__name__, plus.__doc__) == ("plus", "Add.")


@pytest.mark.parametrize("share", [0, 0.0, 0.5, np.float32(0.999)])
def test_a_share_is_below_one(share):
    a_share(p=share)


@pytest.mark.parametrize("share", [-1e-9, 1, 1.0, 2.0, np.nan])
def test_what_is_no_share_is_named(share):
    with pytest.raises(ValueError, match=r"p must be in \[0, 1\), got"):
        a_share(q=0.5, p=share)


@pytest.mark.parametrize("number", [-1e-9, -1, np.nan])
def test_a_negative_number_is_named(number):
    at_least_zero(a=0, b=np.inf)
    with pytest.raises(ValueError, match="b must be at least 0, got"):
        at_least_zero(a=0, b=number)
