import numpy as np
import pytest
import torch

from comparisons import (
    as_torch,
    assert_matches_differences,
    assert_matches_torch,
)
from lecture_code.smooth_activations import (
    d_gelu,
    d_silu,
    gelu,
    normal_share,
    silu,
)

PAIRS = {"gelu": (gelu, d_gelu), "silu": (silu, d_silu)}
X = [-1000.0, -40.0, -9.0, -3.0, -1.3, -0.75, 0.0, 1e-9, 0.5, 4.0, 1000.0]
each = pytest.mark.parametrize("name", PAIRS)


@each
def test_it_and_its_derivative_agree_with_torch(name):
    f, d_f = PAIRS[name]
    leaf = as_torch(X)
    output = getattr(torch.nn.functional, name)(leaf)
    output.sum().backward()
    assert_matches_torch(f(X), output)
    assert_matches_torch(d_f(X), leaf.grad)


@each
def test_its_derivative_agrees_with_central_differences(name, rng):
    f, d_f = PAIRS[name]
    x = rng.normal(size=(3, 4))
    assert_matches_differences(d_f(x), lambda x: f(x).sum(), x)


@each
def test_far_out_it_is_relu_and_warns_of_nothing(name):
    f, d_f = PAIRS[name]
    np.testing.assert_array_equal(f([-1e6, 1e6]), [0.0, 1e6])
    np.testing.assert_array_equal(d_f([-1e6, 1e6]), [0.0, 1.0])


@each
def test_one_number_gives_one_of_float64(name):
    assert PAIRS[name][0](np.float32(1)).dtype == np.float64
    assert PAIRS[name][0](1).shape == ()


def test_half_of_all_normal_draws_lie_below_0():
    assert normal_share(0.0) == 0.5
    assert normal_share(1.0) == pytest.approx(0.8413, abs=1e-4)
