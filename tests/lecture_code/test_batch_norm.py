import numpy as np
import pytest
import torch

from comparisons import (
    as_torch,
    assert_matches_differences,
    assert_matches_torch,
)
from lecture_code.batch_norm import BatchNorm1d, BatchNorm2d
from lecture_code.linear import Linear
from lecture_code.sequential import Sequential

KINDS = {
    "1d": (BatchNorm1d, torch.nn.BatchNorm1d, (6, 3)),
    "2d": (BatchNorm2d, torch.nn.BatchNorm2d, (2, 3, 4, 5)),
}
both = pytest.mark.parametrize("kind", KINDS)


def twins(kind, rng, **settings):
    """Return our layer and torch's with the same parameters, and a shape."""
    ours_kind, torch_kind, shape = KINDS[kind]
    ours = ours_kind(3, **settings)
    ours.gamma[:], ours.beta[:] = rng.normal(size=(2, 3))
    theirs = torch_kind(3, dtype=torch.float64, **settings)
    with torch.no_grad():
        theirs.weight[:] = torch.tensor(ours.gamma)
        theirs.bias[:] = torch.tensor(ours.beta)
    return ours, theirs, shape


def assert_same_pass(ours, theirs, x, blame):
    leaf = as_torch(x)
    theirs.zero_grad()
    output = theirs(leaf)
    output.backward(torch.tensor(blame))
    assert_matches_torch(ours.forward(x), output)
    assert_matches_torch(ours.backward(blame), leaf.grad)
    assert_matches_torch(ours.d_loss_d_gamma, theirs.weight.grad)
    assert_matches_torch(ours.d_loss_d_beta, theirs.bias.grad)
    assert_matches_torch(ours.running_mean, theirs.running_mean)
    assert_matches_torch(ours.running_var, theirs.running_var)


@both
@pytest.mark.parametrize("scale", [1.0, 1000.0])
@pytest.mark.parametrize("shift", [0.0, -1000.0, 1000.0])
def test_all_agrees_with_torch_over_several_batches_in_both_modes(
    kind, scale, shift, rng
):
    ours, theirs, shape = twins(kind, rng)
    for training in (True, True, True, False, False, True):
        ours.training = training
        theirs.train(training)
        x = shift + scale * rng.normal(size=shape)
        assert_same_pass(ours, theirs, x, rng.normal(size=shape))


@both
def test_settings_mean_what_they_mean_in_torch(kind, rng):
    ours, theirs, shape = twins(kind, rng, eps=0.1, momentum=0.7)
    for _ in range(3):
        x, blame = rng.normal(size=(2, *shape))
        assert_same_pass(ours, theirs, x, blame)


@both
@pytest.mark.parametrize("training", [True, False])
def test_every_gradient_agrees_with_central_differences(kind, training, rng):
    layer, _, shape = twins(kind, rng)
    layer.running_mean[:] = rng.normal(size=3)
    layer.running_var[:] = rng.uniform(0.5, 2, size=3)
    layer.training = training
    x, blame = rng.normal(size=(2, *shape))
    layer.forward(x)
    d_loss_d_x = layer.backward(blame)
    d_loss_d_gamma, d_loss_d_beta = layer.gradients
    running = layer.running_mean.copy(), layer.running_var.copy()

    def loss(x, gamma, beta):
        other = type(layer)(3)
        other.gamma[:], other.beta[:] = gamma, beta
        other.running_mean[:], other.running_var[:] = running
        other.training = training
        return np.sum(blame * other.forward(x))

    gamma, beta = layer.parameters
    assert_matches_differences(d_loss_d_x, lambda x: loss(x, gamma, beta), x)
    assert_matches_differences(
        d_loss_d_gamma, lambda g: loss(x, g, beta), gamma
    )
    assert_matches_differences(
        d_loss_d_beta, lambda b: loss(x, gamma, b), beta
    )


@both
def test_the_mode_of_the_forward_pass_is_that_of_the_backward_pass(kind, rng):
    layer, _, shape = twins(kind, rng)
    x, blame = rng.normal(size=(2, *shape))
    layer.forward(x)
    expected = layer.backward(blame)
    layer.training = False
    np.testing.assert_array_equal(layer.backward(blame), expected)


@both
def test_a_constant_feature_gives_beta_and_finite_gradients(kind, rng):
    ours, theirs, shape = twins(kind, rng)
    x = rng.normal(size=shape)
    x[:, 1] = 7.0
    assert_same_pass(ours, theirs, x, rng.normal(size=shape))
    np.testing.assert_array_equal(ours.forward(x)[:, 1], ours.beta[1])
    assert np.all(np.isfinite(ours.backward(np.ones(shape))))


@pytest.mark.parametrize(
    ("kind", "shape"), [("1d", (1, 3)), ("2d", (1, 3, 1, 1))]
)
def test_one_value_is_refused_in_training_and_fine_in_evaluation(
    kind, shape, rng
):
    ours, theirs, _ = twins(kind, rng)
    x = rng.normal(size=shape)
    with pytest.raises(ValueError, match=r"larger batch, or eval\(\)"):
        ours.forward(x)
    with pytest.raises(ValueError, match="more than 1 value"):
        theirs(torch.tensor(x))
    assert not ours.running_mean.any()
    ours.training = False
    assert_same_pass(ours, theirs.eval(), x, rng.normal(size=shape))


def test_one_image_is_enough_in_training(rng):
    ours, theirs, _ = twins("2d", rng)
    x, blame = rng.normal(size=(2, 1, 3, 2, 1))
    assert_same_pass(ours, theirs, x, blame)


def test_a_batch_of_the_wrong_shape_is_refused():
    for shape in [(3,), (0, 3), (4, 2), (2, 3, 4)]:
        with pytest.raises(ValueError, match="batch"):
            BatchNorm1d(3).forward(np.zeros(shape))
    for shape in [(4, 3), (0, 3, 2, 2), (1, 3, 0, 2), (2, 4, 2, 2)]:
        with pytest.raises(ValueError, match="batch"):
            BatchNorm2d(3).forward(np.zeros(shape))


@both
def test_backward_refuses_a_batch_that_did_not_go_forward(kind):
    ours, _, shape = KINDS[kind]
    layer = ours(3)
    with pytest.raises(ValueError, match="go forward with the same batch"):
        layer.backward(np.ones(shape))
    layer.forward(np.ones(shape))
    for wrong in [(7, *shape[1:]), shape[::-1], (3,)]:
        with pytest.raises(ValueError, match="go forward with the same batch"):
            layer.backward(np.ones(wrong))


@both
@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"n_features": 0}, "n_features must be at least 1"),
        ({"n_features": 1, "eps": 0.0}, "eps must be above 0"),
        ({"n_features": 1, "eps": np.nan}, "eps must be above 0"),
        ({"n_features": 1, "momentum": 1.1}, r"momentum must be in \[0, 1\]"),
        ({"n_features": 1, "momentum": np.nan}, "momentum must be in"),
    ],
)
def test_settings_out_of_range_are_refused(kind, settings, message):
    with pytest.raises(ValueError, match=message):
        KINDS[kind][0](**settings)


@both
def test_parameters_are_the_arrays_themselves_and_gradients_fit_them(kind):
    ours, _, shape = KINDS[kind]
    layer = ours(3)
    assert layer.parameters[0] is layer.gamma
    assert layer.parameters[1] is layer.beta
    assert not any(g.any() for g in layer.gradients)
    layer.forward(np.arange(np.prod(shape)).reshape(shape))
    layer.backward(np.ones(shape))
    assert layer.gradients[0] is layer.d_loss_d_gamma
    assert layer.gradients[1] is layer.d_loss_d_beta
    assert [g.shape for g in layer.gradients] == [(3,), (3,)]


def test_a_network_tells_it_when_training_is_over(rng):
    layer = BatchNorm1d(2)
    network = Sequential([Linear(2, 2, rng), layer])
    network.eval()
    assert not layer.training


@both
def test_a_training_that_diverges_warns_not(kind):
    ours, _, shape = KINDS[kind]
    layer = ours(3)
    x = np.full(shape, 1e300)
    x[0] = -1e300
    layer.forward(x)
    layer.backward(x)
    assert np.all(np.isinf(layer.running_var))


@both
@pytest.mark.parametrize("n_samples", [0, 1, 2])
def test_backward_before_any_forward_is_refused(kind, n_samples):
    layer_kind, _, shape = KINDS[kind]
    with pytest.raises(ValueError, match=r"forward|empty"):
        layer_kind(3).backward(np.ones((n_samples, *shape[1:])))
