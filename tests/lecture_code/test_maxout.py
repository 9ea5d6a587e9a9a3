import numpy as np
import pytest
import torch

from comparisons import (
    as_torch,
    assert_matches_differences,
    assert_matches_torch,
)
from lecture_code.activations import leaky_relu, relu
from lecture_code.initialisers import kaiming_normal, zeros
from lecture_code.linear import Linear
from lecture_code.maxout import Maxout


def pieces_in_torch(x, weight, bias):
    return x @ weight.mT + bias[:, None]


@pytest.mark.parametrize("n_samples", [1, 5])
@pytest.mark.parametrize("scale", [1.0, 1000.0])
@pytest.mark.parametrize(
    ("n_in", "n_out", "n_pieces"), [(1, 1, 1), (3, 4, 2), (2, 1, 5)]
)
def test_forward_and_every_gradient_agree_with_torch(
    n_samples, scale, n_in, n_out, n_pieces, rng
):
    layer = Maxout(n_in, n_out, n_pieces, rng)
    layer.bias[:] = rng.normal(size=layer.bias.shape)
    x = scale * rng.normal(size=(n_samples, n_in))
    blame = rng.normal(size=(n_samples, n_out))
    leaves = as_torch(x), as_torch(layer.weight), as_torch(layer.bias)
    output = pieces_in_torch(*leaves).amax(dim=0)
    output.backward(torch.tensor(blame))
    assert_matches_torch(layer.forward(x), output)
    assert_matches_torch(layer.backward(blame), leaves[0].grad)
    assert_matches_torch(layer.d_loss_d_weight, leaves[1].grad)
    assert_matches_torch(layer.d_loss_d_bias, leaves[2].grad)


def test_of_equal_pieces_the_first_gets_the_gradient_as_in_torch_max(rng):
    layer = Maxout(3, 2, 4, rng, zeros)
    layer.bias[0] = -1.0  # so that the pieces 1, 2 and 3 are equal
    x, blame = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
    leaves = as_torch(x), as_torch(layer.weight), as_torch(layer.bias)
    pieces_in_torch(*leaves).max(dim=0).values.backward(torch.tensor(blame))
    layer.forward(x)
    layer.backward(blame)
    assert layer.d_loss_d_bias[1].all()
    assert not layer.d_loss_d_bias[[0, 2, 3]].any()
    assert_matches_torch(layer.d_loss_d_weight, leaves[1].grad)
    assert_matches_torch(layer.d_loss_d_bias, leaves[2].grad)


def test_amax_of_torch_shares_out_what_we_give_to_the_first():
    pieces = as_torch(np.zeros((4, 1)))
    pieces.amax(dim=0).sum().backward()
    assert_matches_torch(np.full((4, 1), 0.25), pieces.grad)


def test_every_gradient_agrees_with_central_differences(rng):
    layer = Maxout(3, 2, 3, rng)
    x, blame = rng.normal(size=(4, 3)), rng.normal(size=(4, 2))
    weight, bias = layer.weight, layer.bias
    layer.forward(x)
    d_loss_d_x = layer.backward(blame)

    def loss(x, weight, bias):
        pieces = np.einsum("kof,nf->kno", weight, x) + bias[:, None]
        return np.sum(blame * pieces.max(axis=0))

    assert_matches_differences(d_loss_d_x, lambda x: loss(x, weight, bias), x)
    assert_matches_differences(
        layer.d_loss_d_weight, lambda w: loss(x, w, bias), weight
    )
    assert_matches_differences(
        layer.d_loss_d_bias, lambda b: loss(x, weight, b), bias
    )


def test_one_piece_is_a_linear_layer():
    layer = Maxout(3, 2, 1, np.random.default_rng(7), kaiming_normal)
    linear = Linear(3, 2, np.random.default_rng(7), kaiming_normal)
    x = np.random.default_rng(0).normal(size=(4, 3))
    np.testing.assert_array_equal(layer.forward(x), linear.forward(x))


@pytest.mark.parametrize(
    ("slope", "activation"), [(0.0, relu), (0.01, leaky_relu)]
)
def test_relu_and_leaky_relu_are_special_cases(slope, activation, rng):
    linear, layer = Linear(3, 2, rng), Maxout(3, 2, 2, rng)
    linear.bias[:] = rng.normal(size=2)
    layer.weight[:] = linear.weight, slope * linear.weight
    layer.bias[:] = linear.bias, slope * linear.bias
    x = rng.normal(size=(50, 3))
    expected = activation(linear.forward(x))
    np.testing.assert_allclose(layer.forward(x), expected, rtol=1e-12)


def test_backward_replaces_the_gradients_of_the_last_one(rng):
    layer = Maxout(2, 2, 2, rng)
    layer.forward(rng.normal(size=(3, 2)))
    layer.backward(np.ones((3, 2)))
    once = layer.d_loss_d_weight.copy()
    layer.backward(np.ones((3, 2)))
    np.testing.assert_array_equal(layer.d_loss_d_weight, once)


def test_parameters_are_the_arrays_themselves_and_gradients_fit_them(rng):
    layer = Maxout(3, 2, 4, rng)
    assert layer.parameters[0] is layer.weight
    assert layer.parameters[1] is layer.bias
    shapes = [p.shape for p in layer.parameters]
    assert [g.shape for g in layer.gradients] == shapes == [(4, 2, 3), (4, 2)]
    layer.forward(np.ones((1, 3)))
    layer.backward(np.ones((1, 2)))
    assert layer.gradients[0] is layer.d_loss_d_weight
    assert layer.gradients[1] is layer.d_loss_d_bias


@pytest.mark.parametrize("shape", [(3,), (0, 3), (4, 2)])
def test_a_batch_of_the_wrong_shape_is_refused(shape, rng):
    with pytest.raises(ValueError, match="batch"):
        Maxout(3, 2, 2, rng).forward(np.zeros(shape))


def test_backward_refuses_a_batch_that_did_not_go_forward(rng):
    layer = Maxout(3, 2, 2, rng)
    with pytest.raises(ValueError, match="go forward with the same batch"):
        layer.backward(np.ones((4, 2)))
    layer.forward(np.ones((4, 3)))
    for shape in [(5, 2), (4, 3), (2,), (4, 1)]:
        with pytest.raises(ValueError, match=r"expected \(4, 2\)"):
            layer.backward(np.ones(shape))


@pytest.mark.parametrize("size", ["n_in", "n_out", "n_pieces"])
def test_a_size_below_1_is_refused(size, rng):
    sizes = {"n_in": 1, "n_out": 1, "n_pieces": 1} | {size: 0}
    with pytest.raises(ValueError, match=f"{size} must be at least 1"):
        Maxout(**sizes, rng=rng)


def test_overflow_is_inf_and_warns_not(rng):
    layer = Maxout(1, 1, 2, rng)
    layer.weight[:] = 1e200
    assert np.isposinf(layer.forward(np.array([[1e200]])))
    assert np.isposinf(layer.backward(np.array([[1e200]])))
    assert np.isposinf(layer.d_loss_d_weight[0])


@pytest.mark.parametrize("n_samples", [0, 1, 2])
def test_backward_before_any_forward_is_refused(n_samples, rng):
    with pytest.raises(ValueError, match=r"forward|empty"):
        Maxout(3, 2, 2, rng).backward(np.ones((n_samples, 2)))
