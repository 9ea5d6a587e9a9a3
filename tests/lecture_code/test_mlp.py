from itertools import pairwise

import numpy as np
import pytest
import torch

from comparisons import assert_matches_differences, assert_matches_torch
from lecture_code.activations import ACTIVATIONS, Activation
from lecture_code.initialisers import kaiming_normal, zeros
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP

IN_TORCH = {
    "identity": torch.nn.Identity,
    "sigmoid": torch.nn.Sigmoid,
    "tanh": torch.nn.Tanh,
    "relu": torch.nn.ReLU,
    "leaky_relu": torch.nn.LeakyReLU,
    "elu": torch.nn.ELU,
}


def in_torch(ours, sizes, activation):
    """Return torch's network with the parameters of ours."""
    layers = []
    for n_in, n_out in pairwise(sizes):
        linear = torch.nn.Linear(n_in, n_out, dtype=torch.float64)
        layers += [linear, IN_TORCH[activation]()]
    theirs = torch.nn.Sequential(*layers[:-1])
    with torch.no_grad():
        for p, q in zip(theirs.parameters(), ours.parameters, strict=True):
            p[:] = torch.tensor(q)
    return theirs


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("sizes", [(2, 3), (2, 5, 3), (2, 7, 4, 6, 3)])
@pytest.mark.parametrize(("n_samples", "scale"), [(1, 1), (8, 1), (8, 1000)])
def test_forward_and_every_gradient_agree_with_torch(
    activation, sizes, n_samples, scale, rng
):
    ours = MLP(sizes, activation, rng)
    for p in ours.parameters:
        p += 0.1 * rng.normal(size=p.shape)  # so that no bias is 0
    theirs = in_torch(ours, sizes, activation)
    x = scale * rng.normal(size=(n_samples, 2))
    y = rng.integers(3, size=n_samples)
    x_torch = torch.tensor(x, requires_grad=True)
    logits = theirs(x_torch)
    torch.nn.functional.cross_entropy(logits, torch.tensor(y)).backward()
    assert_matches_torch(ours.forward(x), logits)
    d_loss_d_x = ours.backward(d_cross_entropy(ours.forward(x), y))
    assert_matches_torch(d_loss_d_x, x_torch.grad)
    for g, p in zip(ours.gradients, theirs.parameters(), strict=True):
        assert_matches_torch(g, p.grad)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_gradient_agrees_with_central_differences(activation, rng):
    model = MLP((2, 4, 3), activation, rng)
    x, y = rng.normal(size=(5, 2)), rng.integers(3, size=5)
    model.backward(d_cross_entropy(model.forward(x), y))
    for p, g in zip(model.parameters, model.gradients, strict=True):
        before = p.copy()

        def loss(values, p=p):
            p[:] = values
            return cross_entropy(model.forward(x), y)

        assert_matches_differences(g, loss, before)
        p[:] = before


def test_the_last_layer_is_linear(rng):
    model = MLP((2, 4, 4, 1), "relu", rng)
    kinds = [type(layer) for layer in model.layers]
    assert kinds == [Linear, Activation, Linear, Activation, Linear]


def test_the_hidden_representations_lead_to_the_output(rng):
    model = MLP((2, 4, 3, 1), "tanh", rng)
    x = rng.normal(size=(5, 2))
    h1, h2 = model.hidden(x)
    first, _, second, _, last = model.layers
    np.testing.assert_array_equal(h1, np.tanh(first.forward(x)))
    np.testing.assert_array_equal(h2, np.tanh(second.forward(h1)))
    np.testing.assert_array_equal(model.forward(x), last.forward(h2))


def test_without_hidden_layer_there_is_no_hidden_representation(rng):
    assert MLP((2, 3), "tanh", rng).hidden(np.ones((1, 2))) == []


@pytest.mark.parametrize("sizes", [(2, 1), (2, 8, 1), (784, 30, 20, 10)])
def test_there_are_n_in_plus_1_times_n_out_parameters_per_layer(sizes, rng):
    expected = sum((n_in + 1) * n_out for n_in, n_out in pairwise(sizes))
    model = MLP(sizes, "relu", rng)
    assert model.n_parameters == expected
    theirs = in_torch(model, sizes, "relu").parameters()
    assert model.n_parameters == sum(p.numel() for p in theirs)


def test_parameters_changed_in_place_change_the_model(rng):
    model = MLP((2, 3, 1), "tanh", rng)
    for p in model.parameters:
        p[:] = 0.0
    model.parameters[-1][:] = 7.0
    np.testing.assert_array_equal(model.forward(np.ones((2, 2))), 7.0)


def test_the_initialiser_draws_every_weight():
    model = MLP((2, 3, 1), "relu", np.random.default_rng(4), kaiming_normal)
    rng = np.random.default_rng(4)
    for layer, (n_in, n_out) in zip(
        model.layers[::2], [(2, 3), (3, 1)], strict=True
    ):
        expected = kaiming_normal(n_in, n_out, rng)
        np.testing.assert_array_equal(layer.weight, expected)
    assert not any(
        p.any() for p in MLP((2, 3, 1), "relu", rng, zeros).parameters
    )


def test_without_activation_a_deep_network_is_one_matrix(rng):
    model = MLP((3, 5, 5, 2), "identity", rng)
    x = rng.normal(size=(4, 3))
    w1, _, w2, _, w3, _ = model.parameters
    np.testing.assert_allclose(
        model.forward(x), x @ (w3 @ w2 @ w1).T, rtol=1e-12, atol=1e-14
    )


def test_a_layer_may_be_exchanged(rng):
    model = MLP((2, 3, 1), "tanh", rng)
    model.layers[1] = Activation("relu")
    x = rng.normal(size=(4, 2))
    (h,) = model.hidden(x)
    assert h.min() == 0


@pytest.mark.parametrize("sizes", [(), (2,)])
def test_too_few_sizes_are_refused(sizes, rng):
    with pytest.raises(ValueError, match="number of inputs and of outputs"):
        MLP(sizes, "relu", rng)


def test_a_layer_without_units_and_an_unknown_activation_are_refused(rng):
    with pytest.raises(ValueError, match="n_out must be at least 1, got 0"):
        MLP((2, 0, 1), "relu", rng)
    with pytest.raises(ValueError, match="no activation is called 'step'"):
        MLP((2, 3, 1), "step", rng)


def test_a_batch_of_the_wrong_shape_is_refused(rng):
    model = MLP((2, 3, 1), "relu", rng)
    for function in (model.forward, model.hidden):
        with pytest.raises(ValueError, match="expected 2 features"):
            function(np.ones((4, 3)))
        with pytest.raises(ValueError, match="empty"):
            function(np.ones((0, 2)))
    with pytest.raises(ValueError, match="go forward with the same batch"):
        model.backward(np.ones((3, 1)))
