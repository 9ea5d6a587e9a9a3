import numpy as np
import pytest
import torch

from comparisons import as_torch, assert_matches_torch
from lecture_code import tensor_functions
from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import exp, maximum


@pytest.mark.parametrize("name", ["exp", "log", "sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("x", [-1000.0, -30.0, -0.0, 0.5, 30.0, 1000.0, []])
def test_functions_agree_with_torch_up_to_plus_minus_1000(name, x):
    ours, theirs = Tensor(x), as_torch(x)
    y = getattr(tensor_functions, name)(ours)
    y_torch = getattr(torch, name)(theirs)
    assert_matches_torch(y.value, y_torch)
    y.backward(np.ones(y.value.shape))
    y_torch.sum().backward()
    assert_matches_torch(ours.grad, theirs.grad)


def test_maximum_halves_the_gradient_between_equals_as_torch_does():
    a, b = [1.0, 2.0, 3.0, 1000.0], [[2.0], [1000.0]]
    ours, theirs = (Tensor(a), Tensor(b)), (as_torch(a), as_torch(b))
    maximum(*ours).sum().backward()
    torch.maximum(*theirs).sum().backward()
    for x, x_torch in zip(ours, theirs, strict=True):
        assert_matches_torch(x.grad, x_torch.grad)
    np.testing.assert_array_equal(ours[0].grad, [0.0, 0.5, 1.0, 1.5])


def test_functions_take_plain_numbers():
    x = Tensor(2.0)
    (maximum(1.0, x) * exp(0.0)).backward()
    assert x.grad == 1


def test_the_maximum_has_the_value_of_torch():
    a, b = [1.0, 2.0, 3.0, -1000.0], [[2.0], [-0.5]]
    theirs = torch.maximum(as_torch(a), as_torch(b))
    assert_matches_torch(maximum(a, b).value, theirs)
