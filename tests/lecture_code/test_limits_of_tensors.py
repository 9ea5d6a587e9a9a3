"""What a Tensor takes over from NumPy, and what it refuses."""

import numpy as np
import pytest

from comparisons import assert_matches_differences
from lecture_code.computational_graph import Tensor

A = np.array([[1.0, 2.0], [0.5, 3.0]])


@pytest.mark.parametrize(
    "f",
    [
        np.exp,
        np.sum,
        np.transpose,
        np.asarray,
        lambda x: np.where(A > 1, x, 0.0),
        lambda x: np.maximum(x, 0.0),
        lambda x: np.stack([x, x]),
        lambda x: np.dot(A, x),
        lambda x: np.reshape(x, (1, 4)),
        lambda x: Tensor([x, x]),
    ],
)
def test_functions_of_numpy_refuse_a_tensor(f):
    with pytest.raises(TypeError):
        f(Tensor(A))


def set_row(x):
    x[0] = 1.0


@pytest.mark.parametrize(
    "f",
    [
        lambda x: 2**x,
        lambda x: x // 2,
        lambda x: x % 2,
        lambda x: x < 2,
        lambda x: abs(x),
        lambda x: float(x),
        lambda x: x.sum(dtype=np.float32),
        lambda x: x.reshape(4, order="F"),
        lambda x: x.mean(out=A),
        set_row,
    ],
)
def test_what_is_not_promised_is_refused(f):
    with pytest.raises(TypeError):
        f(Tensor(A))


def test_two_tensors_are_equal_if_they_are_the_same_one():
    x = Tensor(A)
    assert x == x
    assert x != Tensor(A)


@pytest.mark.parametrize(
    "index",
    [
        ...,
        (..., 0),
        None,
        (slice(None), None, -1),
        slice(None, None, -1),
        (slice(1, None), slice(2, 0, -1)),
        [1, -1],
        (np.array([[0], [1]]), [0, 2]),
        [True, False],
        (),
        slice(5, 9),
    ],
    ids=repr,
)
def test_any_index_of_numpy_picks_what_numpy_picks(index, rng):
    x = rng.normal(size=(2, 3))
    leaf = Tensor(x)
    y = leaf[index]
    np.testing.assert_array_equal(y.value, x[index], strict=True)
    u = rng.normal(size=y.value.shape)
    y.backward(u)
    assert_matches_differences(leaf.grad, lambda x: np.sum(u * x[index]), x)


@pytest.mark.parametrize("index", [2, (0, 0, 0), [0, 5], "a", 0.5])
def test_what_is_no_index_is_refused(index):
    with pytest.raises(IndexError):
        Tensor(A)[index]


def test_a_tensor_can_be_walked_through():
    x = Tensor(A)
    sum(row.sum() * k for k, row in enumerate(x)).backward()
    np.testing.assert_array_equal(x.grad, [[0.0, 0.0], [1.0, 1.0]])


@pytest.mark.parametrize("shape", [(6,), ((6,),), ((3, 2),), (3, -1)])
def test_a_shape_is_given_as_numbers_or_as_a_tuple(shape):
    x = np.arange(6.0)
    y = Tensor(x).reshape(*shape)
    np.testing.assert_array_equal(y.value, x.reshape(*shape), strict=True)


def test_all_axes_are_turned_around(rng):
    x, u = rng.normal(size=(2, 3, 4)), rng.normal(size=(4, 3, 2))
    leaf = Tensor(x)
    leaf.T.backward(u)
    np.testing.assert_array_equal(leaf.T.value, x.T)
    np.testing.assert_array_equal(leaf.grad, u.T)
