import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from comparisons import (
    as_torch,
    assert_matches_differences,
    assert_matches_torch,
)
from lecture_code.losses import (
    binary_cross_entropy,
    cross_entropy,
    d_binary_cross_entropy,
    d_cross_entropy,
    d_mean_squared_error,
    log_softmax,
    mean_squared_error,
    softmax,
)

F = torch.nn.functional
# Name: our loss, its gradient, torch's, a target for an output's shape.
LOSSES = {
    "mean_squared_error": (
        mean_squared_error,
        d_mean_squared_error,
        F.mse_loss,
        lambda shape, rng: rng.normal(size=shape),
    ),
    "binary_cross_entropy": (
        binary_cross_entropy,
        d_binary_cross_entropy,
        F.binary_cross_entropy_with_logits,
        lambda shape, rng: rng.integers(2, size=shape).astype(float),
    ),
    "soft_binary_cross_entropy": (
        binary_cross_entropy,
        d_binary_cross_entropy,
        F.binary_cross_entropy_with_logits,
        lambda shape, rng: rng.uniform(size=shape),
    ),
    "cross_entropy": (
        cross_entropy,
        d_cross_entropy,
        F.cross_entropy,
        lambda shape, rng: rng.integers(shape[1], size=shape[0]),
    ),
}
every_loss = pytest.mark.parametrize("name", LOSSES)


@every_loss
@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (6, 1), (6, 4)])
@pytest.mark.parametrize("scale", [0.01, 1.0, 30.0, 1000.0])
def test_a_loss_and_its_gradient_agree_with_torch(name, shape, scale, rng):
    loss, d_loss, in_torch, target = LOSSES[name]
    for _ in range(5):
        x, y = scale * rng.normal(size=shape), target(shape, rng)
        output = as_torch(x)
        theirs = in_torch(output, torch.tensor(y))
        theirs.backward()
        assert_matches_torch(loss(x, y), theirs)
        assert_matches_torch(d_loss(x, y), output.grad)


@every_loss
def test_a_gradient_agrees_with_central_differences(name, rng):
    loss, d_loss, _, target = LOSSES[name]
    x, y = rng.normal(size=(4, 3)), target((4, 3), rng)
    assert_matches_differences(d_loss(x, y), lambda x: loss(x, y), x)


@every_loss
def test_an_empty_batch_is_refused(name, rng):
    loss, d_loss, _, target = LOSSES[name]
    x, y = np.zeros((0, 3)), target((0, 3), rng)
    for function in (loss, d_loss):
        with pytest.raises(ValueError, match="empty"):
            function(x, y)


@pytest.mark.parametrize("size", [1e200, np.inf])
@pytest.mark.parametrize(
    ("loss", "d_loss", "wrong"),
    [
        (mean_squared_error, d_mean_squared_error, [[0.0, 0.0]]),
        (binary_cross_entropy, d_binary_cross_entropy, [[0.0, 1.0]]),
        (cross_entropy, d_cross_entropy, [1]),
    ],
)
def test_an_enormous_error_is_visible_and_warns_not(loss, d_loss, wrong, size):
    x = np.array([[size, -size]])
    assert not loss(x, np.array(wrong)) < 1e100  # large, inf or nan
    assert np.all(d_loss(x, np.array(wrong)) != 0)


def test_squared_errors_of_1000_are_a_million():
    assert mean_squared_error(np.array([[1000.0]]), np.array([[0.0]])) == 1e6
    assert mean_squared_error(np.ones((2, 1)), np.ones((2, 1))) == 0


@pytest.mark.parametrize(
    "function",
    [
        mean_squared_error,
        d_mean_squared_error,
        binary_cross_entropy,
        d_binary_cross_entropy,
    ],
)
def test_a_target_that_would_broadcast_is_refused_with_the_remedy(function):
    with pytest.raises(ValueError, match=r"example y\[:, None\]"):
        function(np.zeros((4, 1)), np.zeros(4))


def test_binary_cross_entropy_is_exact_at_plus_minus_1000():
    logits = np.array([[1000.0], [-1000.0]])
    right, wrong = np.array([[1.0], [0.0]]), np.array([[0.0], [1.0]])
    assert binary_cross_entropy(logits, right) == 0
    assert binary_cross_entropy(logits, wrong) == 1000
    np.testing.assert_array_equal(d_binary_cross_entropy(logits, right), 0)
    np.testing.assert_array_equal(
        d_binary_cross_entropy(logits, wrong), [[0.5], [-0.5]]
    )


@pytest.mark.parametrize("labels", [(-1.0, 1.0), (1.0, 2.0)])
def test_targets_outside_0_to_1_are_refused(labels):
    for function in (binary_cross_entropy, d_binary_cross_entropy):
        with pytest.raises(ValueError, match="use labels 0 and 1"):
            function(np.zeros((2, 1)), np.array(labels)[:, None])


@pytest.mark.parametrize("scale", [1.0, 1000.0])
def test_softmax_and_its_logarithm_agree_with_torch(scale, rng):
    x = scale * rng.normal(size=(5, 4))
    assert_matches_torch(softmax(x), torch.softmax(torch.tensor(x), 1))
    assert_matches_torch(log_softmax(x), torch.log_softmax(torch.tensor(x), 1))


@given(
    logits=arrays(float, (3, 4), elements=st.floats(-1000, 1000)),
    shift=st.floats(-1000, 1000),
)
def test_softmax_sums_to_one_and_ignores_a_common_shift(logits, shift):
    p = softmax(logits)
    np.testing.assert_allclose(p.sum(axis=1), 1.0, rtol=1e-12)
    np.testing.assert_allclose(softmax(logits + shift), p, atol=1e-9)


def test_softmax_of_no_vector_and_no_batch_is_refused():
    with pytest.raises(ValueError, match=r"got \(3,\)"):
        softmax(np.zeros(3))


def test_cross_entropy_is_exact_at_plus_minus_1000():
    logits = np.array([[1000.0, -1000.0]])
    assert cross_entropy(logits, np.array([0])) == 0
    assert cross_entropy(logits, np.array([1])) == 2000
    np.testing.assert_array_equal(
        d_cross_entropy(logits, np.array([1])), [[1.0, -1.0]]
    )


def test_cross_entropy_with_two_classes_is_the_binary_one(rng):
    z, y = rng.normal(size=(9, 1)), rng.integers(2, size=9)
    logits = np.hstack([np.zeros((9, 1)), z])
    np.testing.assert_allclose(
        cross_entropy(logits, y), binary_cross_entropy(z, y[:, None])
    )


@pytest.mark.parametrize("function", [cross_entropy, d_cross_entropy])
def test_classes_that_do_not_fit_the_logits_are_refused(function):
    with pytest.raises(ValueError, match=r"in 0..2, got 0..3"):
        function(np.zeros((2, 3)), np.array([0, 3]))
    with pytest.raises(ValueError, match="not one-hot"):
        function(np.zeros((2, 3)), np.eye(3)[:2])


def test_a_gradient_leaves_its_inputs_alone():
    logits, classes = np.zeros((2, 3)), np.array([0, 2])
    d_cross_entropy(logits, classes)
    np.testing.assert_array_equal(logits, 0)
    np.testing.assert_array_equal(classes, [0, 2])
