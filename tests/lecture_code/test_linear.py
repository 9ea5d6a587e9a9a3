import numpy as np
import pytest
import torch

from comparisons import assert_matches_differences, assert_matches_torch
from lecture_code.initialisers import xavier_normal, zeros
from lecture_code.linear import Linear


def twins(n_in, n_out, rng):
    """Return our layer and torch's with the same parameters."""
    ours = Linear(n_in, n_out, rng)
    ours.bias[:] = rng.normal(size=n_out)
    theirs = torch.nn.Linear(n_in, n_out, dtype=torch.float64)
    with torch.no_grad():
        theirs.weight[:] = torch.tensor(ours.weight)
        theirs.bias[:] = torch.tensor(ours.bias)
    return ours, theirs


@pytest.mark.parametrize("n_samples", [1, 5])
@pytest.mark.parametrize("scale", [1.0, 1000.0])
@pytest.mark.parametrize(("n_in", "n_out"), [(1, 1), (3, 4)])
def test_forward_and_every_gradient_agree_with_torch(
    n_samples, scale, n_in, n_out, rng
):
    ours, theirs = twins(n_in, n_out, rng)
    x = scale * rng.normal(size=(n_samples, n_in))
    blame = rng.normal(size=(n_samples, n_out))
    x_torch = torch.tensor(x, requires_grad=True)
    output = theirs(x_torch)
    output.backward(torch.tensor(blame))
    assert_matches_torch(ours.forward(x), output)
    assert_matches_torch(ours.backward(blame), x_torch.grad)
    assert_matches_torch(ours.d_loss_d_weight, theirs.weight.grad)
    assert_matches_torch(ours.d_loss_d_bias, theirs.bias.grad)


def test_every_gradient_agrees_with_central_differences(rng):
    layer = Linear(3, 2, rng)
    x, blame = rng.normal(size=(4, 3)), rng.normal(size=(4, 2))
    weight, bias = layer.weight, layer.bias
    layer.forward(x)
    d_loss_d_x = layer.backward(blame)

    def loss(x, weight, bias):
        return np.sum(blame * (x @ weight.T + bias))

    assert_matches_differences(d_loss_d_x, lambda x: loss(x, weight, bias), x)
    assert_matches_differences(
        layer.d_loss_d_weight, lambda w: loss(x, w, bias), weight
    )
    assert_matches_differences(
        layer.d_loss_d_bias, lambda b: loss(x, weight, b), bias
    )


def test_backward_replaces_the_gradients_of_the_last_one(rng):
    layer = Linear(2, 2, rng)
    x = rng.normal(size=(3, 2))
    layer.forward(x)
    layer.backward(np.ones((3, 2)))
    once = layer.d_loss_d_weight.copy()
    layer.backward(np.ones((3, 2)))
    np.testing.assert_array_equal(layer.d_loss_d_weight, once)


def test_parameters_are_the_arrays_themselves_and_gradients_fit_them(rng):
    layer = Linear(3, 2, rng)
    assert layer.parameters[0] is layer.weight
    assert layer.parameters[1] is layer.bias
    shapes = [p.shape for p in layer.parameters]
    assert [g.shape for g in layer.gradients] == shapes == [(2, 3), (2,)]
    assert not any(g.any() for g in layer.gradients)
    layer.forward(np.ones((1, 3)))
    layer.backward(np.ones((1, 2)))
    assert layer.gradients[0] is layer.d_loss_d_weight
    assert layer.gradients[1] is layer.d_loss_d_bias


def test_the_initialiser_draws_the_weight_and_the_bias_is_zero():
    layer = Linear(3, 2, np.random.default_rng(7))
    expected = xavier_normal(3, 2, np.random.default_rng(7))
    np.testing.assert_array_equal(layer.weight, expected)
    np.testing.assert_array_equal(layer.bias, [0.0, 0.0])
    assert not Linear(3, 2, np.random.default_rng(7), zeros).weight.any()


def test_integers_become_float64(rng):
    assert Linear(2, 1, rng).forward(np.array([[1, 2]])).dtype == np.float64


@pytest.mark.parametrize("shape", [(3,), (0, 3), (4, 2)])
def test_a_batch_of_the_wrong_shape_is_refused(shape, rng):
    with pytest.raises(ValueError, match="batch"):
        Linear(3, 2, rng).forward(np.zeros(shape))


def test_backward_refuses_a_batch_that_did_not_go_forward(rng):
    layer = Linear(3, 2, rng)
    with pytest.raises(ValueError, match="go forward with the same batch"):
        layer.backward(np.ones((4, 2)))
    layer.forward(np.ones((4, 3)))
    for shape in [(5, 2), (4, 3), (2,), (4, 1)]:
        with pytest.raises(ValueError, match=r"expected \(4, 2\)"):
            layer.backward(np.ones(shape))


def test_a_layer_without_units_is_refused(rng):
    with pytest.raises(ValueError, match="n_out must be at least 1"):
        Linear(3, 0, rng)


def test_overflow_is_inf_and_warns_not(rng):
    layer = Linear(1, 1, rng)
    layer.weight[:] = 1e200
    assert np.isposinf(layer.forward(np.array([[1e200]])))
    assert np.isposinf(layer.backward(np.array([[1e200]])))
    assert np.isposinf(layer.d_loss_d_weight)


@pytest.mark.parametrize("n_samples", [0, 1, 2])
def test_backward_before_any_forward_is_refused(n_samples, rng):
    with pytest.raises(ValueError, match=r"forward|empty"):
        Linear(3, 2, rng).backward(np.ones((n_samples, 2)))
