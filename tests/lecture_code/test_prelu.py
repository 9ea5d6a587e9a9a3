import numpy as np
import pytest
import torch

from comparisons import assert_matches_differences, assert_matches_torch
from lecture_code.activations import leaky_relu, relu
from lecture_code.prelu import PReLU


def twins(num_parameters, init):
    """Return our layer and torch's."""
    theirs = torch.nn.PReLU(num_parameters, init, dtype=torch.float64)
    return PReLU(num_parameters, init), theirs


@pytest.mark.parametrize("n_samples", [1, 5])
@pytest.mark.parametrize("scale", [1.0, 1000.0])
@pytest.mark.parametrize("num_parameters", [1, 3])
@pytest.mark.parametrize("init", [0.25, 0.0, 2.0, -0.5])
def test_forward_and_every_gradient_agree_with_torch(
    n_samples, scale, num_parameters, init, rng
):
    ours, theirs = twins(num_parameters, init)
    x = scale * rng.normal(size=(n_samples, 3))
    x[0, 0] = 0.0  # the kink
    blame = rng.normal(size=(n_samples, 3))
    x_torch = torch.tensor(x, requires_grad=True)
    output = theirs(x_torch)
    output.backward(torch.tensor(blame))
    assert_matches_torch(ours.forward(x), output)
    assert_matches_torch(ours.backward(blame), x_torch.grad)
    assert_matches_torch(ours.d_loss_d_alpha, theirs.weight.grad)


@pytest.mark.parametrize("num_parameters", [1, 3])
def test_every_gradient_agrees_with_central_differences(num_parameters, rng):
    layer = PReLU(num_parameters)
    x, blame = rng.normal(size=(4, 3)), rng.normal(size=(4, 3))
    x = x + 0.1 * np.sign(x)  # away from the kink
    alpha = layer.alpha
    layer.forward(x)
    d_loss_d_x = layer.backward(blame)

    def loss(x, alpha):
        return np.sum(blame * np.where(x > 0, x, alpha * x))

    assert_matches_differences(d_loss_d_x, lambda x: loss(x, alpha), x)
    assert_matches_differences(
        layer.d_loss_d_alpha, lambda a: loss(x, a), alpha
    )


def test_a_slope_of_0_is_relu_and_a_fixed_one_is_leaky_relu(rng):
    x = rng.normal(size=(4, 3))
    np.testing.assert_array_equal(PReLU(1, 0.0).forward(x), relu(x))
    np.testing.assert_array_equal(PReLU(3, 0.01).forward(x), leaky_relu(x))


@pytest.mark.parametrize("alpha", [-1.0, 0.0, 0.5, 1.0, 1.5])
def test_the_larger_of_two_lines_is_prelu_only_up_to_1(alpha, rng):
    x = rng.normal(size=(4, 3))
    by_maximum = np.maximum(alpha * x, x)
    same = np.array_equal(PReLU(1, alpha).forward(x), by_maximum)
    assert same is (alpha <= 1)


def test_backward_replaces_the_gradients_of_the_last_one():
    layer = PReLU()
    layer.forward(np.full((2, 3), -1.0))
    layer.backward(np.ones((2, 3)))
    layer.backward(np.ones((2, 3)))
    np.testing.assert_array_equal(layer.d_loss_d_alpha, [-6.0])


def test_parameters_are_the_arrays_themselves_and_gradients_fit_them():
    layer = PReLU(3)
    assert layer.parameters[0] is layer.alpha
    assert layer.gradients[0].shape == layer.alpha.shape == (3,)
    layer.forward(np.ones((1, 3)))
    layer.backward(np.ones((1, 3)))
    assert layer.gradients[0] is layer.d_loss_d_alpha


@pytest.mark.parametrize("shape", [(3,), (0, 3), (4, 2)])
def test_a_batch_of_the_wrong_shape_is_refused(shape):
    with pytest.raises(ValueError, match="batch"):
        PReLU(3).forward(np.zeros(shape))


def test_one_slope_takes_any_number_of_features():
    assert PReLU().forward(np.ones((2, 5))).shape == (2, 5)


def test_backward_refuses_a_batch_that_did_not_go_forward():
    layer = PReLU(3)
    with pytest.raises(ValueError, match="go forward with the same batch"):
        layer.backward(np.ones((4, 3)))
    layer.forward(np.ones((4, 3)))
    with pytest.raises(ValueError, match=r"expected \(4, 3\)"):
        layer.backward(np.ones((4, 1)))


def test_a_layer_without_slopes_is_refused():
    with pytest.raises(ValueError, match="num_parameters must be at least 1"):
        PReLU(0)


def test_overflow_is_inf_and_warns_not():
    layer = PReLU(1, 1e200)
    assert np.isneginf(layer.forward(np.array([[-1e200]])))
    assert np.isposinf(layer.backward(np.array([[1e200]])))


def test_the_settings_left_out_are_those_of_torch():
    assert_matches_torch(
        PReLU().alpha, torch.nn.PReLU(dtype=torch.float64).weight
    )


@pytest.mark.parametrize("n_samples", [0, 1, 2])
@pytest.mark.parametrize("num_parameters", [1, 3])
def test_backward_before_any_forward_is_refused(num_parameters, n_samples):
    layer = PReLU(num_parameters)
    for n_features in (1, 3):
        with pytest.raises(ValueError, match=r"forward|empty"):
            layer.backward(np.ones((n_samples, n_features)))
