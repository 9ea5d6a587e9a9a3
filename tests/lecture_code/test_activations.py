import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from comparisons import (
    as_torch,
    assert_matches_differences,
    assert_matches_torch,
)
from lecture_code.activations import (
    ACTIVATIONS,
    Activation,
    d_elu,
    d_leaky_relu,
    d_relu,
    d_sigmoid,
    elu,
    leaky_relu,
    sigmoid,
    step,
    tanh,
)

IN_TORCH = {
    "identity": lambda x: x * 1.0,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": torch.nn.functional.leaky_relu,
    "elu": torch.nn.functional.elu,
}
X = np.array(
    [[-1000.0, -30.0, -10.0, -1.0, -1e-9], [0.0, 1e-9, 0.5, 10.0, 1000.0]]
)
anything = st.floats(allow_nan=False, allow_infinity=True)


def test_every_activation_is_held_against_torch():
    assert set(ACTIVATIONS) == set(IN_TORCH)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_activation_and_its_derivative_agree_with_torch(name):
    function, derivative = ACTIVATIONS[name]
    x = as_torch(X)
    y = IN_TORCH[name](x)
    y.sum().backward()
    assert_matches_torch(function(X), y)
    assert_matches_torch(derivative(X), x.grad)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_derivative_agrees_with_central_differences(name, rng):
    function, derivative = ACTIVATIONS[name]
    x = rng.normal(size=7)
    x = x + 0.1 * np.sign(x)  # away from the kink
    assert_matches_differences(derivative(x), lambda x: function(x).sum(), x)


@pytest.mark.parametrize("name", ACTIVATIONS)
@given(x=anything)
def test_no_number_raises_a_warning(name, x):
    function, derivative = ACTIVATIONS[name]
    assert not np.isnan(function(np.array([x])))
    assert 0 <= derivative(np.array([x])) <= 1


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_integers_give_float64(name):
    function, derivative = ACTIVATIONS[name]
    assert derivative(np.array([-2, 3])).dtype == np.float64
    if name != "identity":
        assert function(np.array([-2, 3])).dtype == np.float64


def test_sigmoid_is_exact_at_plus_minus_1000():
    x = np.array([-1000.0, 0.0, 1000.0])
    np.testing.assert_array_equal(sigmoid(x), [0.0, 0.5, 1.0])
    np.testing.assert_array_equal(d_sigmoid(x), [0.0, 0.25, 0.0])


def test_the_formula_of_the_sigmoid_taken_at_its_word_overflows():
    with pytest.warns(RuntimeWarning, match="overflow"):
        1 / (1 + np.exp(-np.array([-1000.0])))


def test_the_slope_of_sigmoid_loses_no_digits_where_it_saturates():
    np.testing.assert_allclose(d_sigmoid(np.array([50.0])), np.exp(-50.0))


def test_tanh_is_a_sigmoid_stretched():
    x = np.linspace(-20, 20, 101)
    np.testing.assert_allclose(tanh(x), 2 * sigmoid(2 * x) - 1, atol=1e-15)


def test_relu_has_slope_0_at_its_kink():
    np.testing.assert_array_equal(d_relu(np.array([0.0, -0.0])), [0.0, 0.0])


def test_leaky_relu_has_its_negative_slope_at_its_kink():
    np.testing.assert_array_equal(d_leaky_relu(np.array([0.0, -0.0])), 0.01)


def test_elu_is_exact_at_plus_minus_1000():
    x = np.array([-1000.0, 0.0, 1000.0])
    np.testing.assert_array_equal(elu(x), [-1.0, 0.0, 1000.0])
    np.testing.assert_array_equal(d_elu(x), [0.0, 1.0, 1.0])


def test_elu_loses_no_digits_near_0():
    x = np.array([-1e-12])
    np.testing.assert_allclose(elu(x), -1e-12, rtol=1e-11)


@pytest.mark.parametrize("alpha", [0.0, 0.5, 3.0])
def test_the_other_slopes_and_floors_agree_with_torch(alpha):
    functional = torch.nn.functional
    for function, derivative, in_torch in (
        (leaky_relu, d_leaky_relu, functional.leaky_relu),
        (elu, d_elu, functional.elu),
    ):
        x = as_torch(X)
        y = in_torch(x, alpha)
        y.sum().backward()
        assert_matches_torch(function(X, alpha), y)
        assert_matches_torch(derivative(X, alpha), x.grad)


def test_step_fires_from_0_on():
    fires = step(np.array([-1000.0, -1e-300, 0.0, 1e-300, 1000.0]))
    np.testing.assert_array_equal(fires, [0.0, 0.0, 1.0, 1.0, 1.0])


@pytest.mark.parametrize("n_samples", [1, 4])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_activation_layer_agrees_with_torch(name, n_samples, rng):
    layer, x = Activation(name), as_torch(rng.normal(size=(n_samples, 3)))
    blame = rng.normal(size=(n_samples, 3))
    y = IN_TORCH[name](x)
    y.backward(torch.tensor(blame))
    assert_matches_torch(layer.forward(x.detach().numpy()), y)
    assert_matches_torch(layer.backward(blame), x.grad)


def test_an_activation_layer_has_nothing_to_learn():
    assert list(Activation("relu").parameters) == []
    assert list(Activation("relu").gradients) == []


@pytest.mark.parametrize("name", ["step", "ReLU", ""])
def test_an_unknown_activation_is_refused_with_the_known_ones(name):
    with pytest.raises(ValueError, match="choose one of identity, sigmoid"):
        Activation(name)


def test_backward_refuses_a_batch_that_did_not_go_forward():
    layer = Activation("tanh")
    with pytest.raises(ValueError, match="go forward with the same batch"):
        layer.backward(np.ones((2, 3)))
    layer.forward(np.ones((2, 3)))
    with pytest.raises(ValueError, match=r"\(2, 1\), expected \(2, 3\)"):
        layer.backward(np.ones((2, 1)))


def test_backward_through_saturation_of_an_infinite_gradient_warns_not():
    layer = Activation("relu")
    layer.forward(np.array([[-1.0]]))
    assert np.isnan(layer.backward(np.array([[np.inf]])))


@pytest.mark.parametrize("shape", [(), (0,), (1,), (1, 1), (1, 3), (0, 3)])
def test_backward_before_any_forward_is_refused(shape):
    with pytest.raises(ValueError, match=r"forward|empty"):
        Activation("relu").backward(np.ones(shape))
