"""A gradient is that of the values that went forward, whatever came after."""

import numpy as np
import pytest
import torch

from comparisons import as_torch, assert_matches_torch
from lecture_code.computational_graph import Tensor, kept
from lecture_code.optimisers import SGD
from lecture_code.tensor_functions import (
    exp,
    log,
    maximum,
    relu,
    sigmoid,
    tanh,
)

A = np.array([[1.0, 2.0], [0.5, 3.0]])
B = np.array([[2.0, 0.7], [1.5, 1.0]])
# Each with all that its derivative reads.
READ_LATER = {
    "*": lambda a, b: a * b,
    "* itself": lambda a, b: a * a + b,
    "/": lambda a, b: a / b,
    "a constant /": lambda a, b: B / a + A / b,
    "**": lambda a, b: a**3 + b**-0.5,
    "@": lambda a, b: a @ b,
    "@ a vector": lambda a, b: a @ b[0] + a[0] @ b,
    "T": lambda a, b: a.T * b.T @ a,
    "[]": lambda a, b: a[:, 0] * b[1] * a[[0, 1], [1, 0]],
    "reshape": lambda a, b: a.reshape(4) * b.reshape(4),
    "sum": lambda a, b: a.sum(0) * b.sum(1, True),
    "mean": lambda a, b: a.mean() * b.mean(0),
    "exp": lambda a, b: exp(a) + exp(b),
    "log": lambda a, b: log(a) * log(b),
    "sigmoid": lambda a, b: sigmoid(a) * sigmoid(b),
    "tanh": lambda a, b: tanh(a) * tanh(b),
    "relu": lambda a, b: relu(a - 1.0) * relu(b),
    "maximum": lambda a, b: maximum(a, b),
    "constants": lambda a, b: (a * B + A @ b) / B,
}


def subtract(tensor):
    tensor.value -= 1.0


def set_an_entry(tensor):
    tensor.value[0, 0] = -7.0


def replace(tensor):
    tensor.value = np.zeros((2, 2))


def add_into(tensor):
    np.add(tensor.value, 5.0, out=tensor.value)


def by_an_optimiser(tensor):
    SGD([tensor.value], lr=0.3).step([np.ones((2, 2))])


def sort_backwards(tensor):
    tensor.value.T[::-1].sort()


CHANGES = (
    *(subtract, set_an_entry, replace),
    *(add_into, by_an_optimiser, sort_backwards),
)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("operation", READ_LATER)
def test_a_gradient_is_that_of_the_values_that_went_forward(operation, change):
    found = []
    for happens in (lambda tensor: None, change):  # noqa: ARG005
        a, b = Tensor(A), Tensor(B)
        y = (READ_LATER[operation](a, b) ** 2).sum()
        happens(a)
        happens(b)
        y.backward()
        y.backward()  # as often as one likes
        found.append((a.grad, b.grad))
    np.testing.assert_array_equal(*found)


def test_constants_may_be_changed_as_soon_as_they_took_part():
    data, rows = A.copy(), np.array([0, 0])
    x = Tensor(B)
    batch = Tensor(data, requires_grad=False)
    y = (x * data + x * batch + x[rows]).sum()
    data[:], rows[:] = 100.0, 1
    y.backward()
    np.testing.assert_array_equal(x.grad, 2 * A + [[2, 2], [0, 0]])


@pytest.mark.parametrize(
    "f",
    [
        lambda x: x * 2.0,
        lambda x: x.T,
        lambda x: x[0],
        lambda x: x.reshape(4),
        lambda x: x.sum(),
        lambda x: exp(x),
        lambda x: Tensor(x.value, requires_grad=False),
    ],
)
def test_the_values_of_results_and_constants_are_read_only(f):
    x = Tensor(A)
    y = f(x)
    with pytest.raises(ValueError, match="read-only"):
        y.value[...] = 0.0
    before = y.value.copy()
    x.value -= 1.0  # which stays possible
    np.testing.assert_array_equal(y.value, before)


def test_what_was_not_asked_for_is_not_copied():
    x, w = Tensor(A, requires_grad=False), Tensor(B)
    assert kept(w, x) is w.value  # no gradient on x: nobody reads w
    assert kept(x, w) is x.value  # which cannot change
    assert not np.shares_memory(kept(w, w), w.value)
    y = w * 2.0
    assert kept(y, y) is y.value


def test_steps_after_each_backward_lead_where_those_of_torch_lead(rng):
    x = rng.normal(size=(5, 2))
    w, w_torch = Tensor(A), as_torch(A)
    for _ in range(10):
        for tensor in (w, w_torch):
            tensor.grad = None if tensor is w_torch else np.zeros((2, 2))
        (tanh(x @ w @ w) ** 2).mean().backward()
        ((torch.tensor(x) @ w_torch @ w_torch).tanh() ** 2).mean().backward()
        w.value -= 0.1 * w.grad
        w_torch.data -= 0.1 * w_torch.grad
    assert_matches_torch(w.value, w_torch)
