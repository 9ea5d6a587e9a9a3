import numpy as np
import pytest
import torch
from sklearn.metrics import log_loss

from comparisons import (
    as_torch,
    assert_matches_differences,
    assert_matches_torch,
)
from lecture_code.losses import softmax
from lecture_code.penalised_loss import (
    d_penalised_loss,
    hessian,
    penalised_loss,
)

F = torch.nn.functional
every_size = pytest.mark.parametrize("n_outputs", [1, 3, 10])
every_strength = pytest.mark.parametrize("C", [0.01, 1.0, 100.0, np.inf])


def problem(n_outputs, rng, n_samples=20, scale=1.0):
    x = scale * rng.normal(size=(n_samples, 4))
    classes = rng.integers(max(n_outputs, 2), size=n_samples)
    weight = rng.normal(size=(n_outputs, 4))
    return weight, rng.normal(size=n_outputs), x, classes


def in_torch(weight, bias, x, classes, C):
    logits = F.linear(torch.tensor(x), weight, bias)
    y = torch.tensor(classes)
    penalty = (weight**2).sum() / (2 * C * len(x))
    if len(bias) > 1:
        return F.cross_entropy(logits, y) + penalty
    loss = F.binary_cross_entropy_with_logits(logits[:, 0], y.double())
    return loss + penalty


@every_size
@every_strength
@pytest.mark.parametrize("scale", [0.01, 1.0, 1000.0])
@pytest.mark.parametrize("n_samples", [1, 20])
def test_loss_and_gradient_agree_with_torch(
    n_outputs, C, scale, n_samples, rng
):
    weight, bias, x, classes = problem(n_outputs, rng, n_samples, scale)
    w, b = as_torch(weight), as_torch(bias)
    theirs = in_torch(w, b, x, classes, C)
    theirs.backward()
    assert_matches_torch(penalised_loss(weight, bias, x, classes, C), theirs)
    d_weight, d_bias = d_penalised_loss(weight, bias, x, classes, C)
    assert_matches_torch(d_weight, w.grad)
    assert_matches_torch(d_bias, b.grad)


@every_size
def test_without_a_penalty_the_loss_is_scikit_learns_log_loss(n_outputs, rng):
    weight, bias, x, classes = problem(n_outputs, rng)
    logits = x @ weight.T + bias
    if n_outputs == 1:
        logits = np.hstack([np.zeros_like(logits), logits])
    labels = range(max(n_outputs, 2))
    theirs = log_loss(classes, softmax(logits), labels=labels)
    ours = penalised_loss(weight, bias, x, classes, np.inf)
    assert ours == pytest.approx(theirs, rel=1e-10)


def test_the_loss_times_n_and_c_is_the_formula_of_scikit_learns_guide(rng):
    weight, bias, x, classes = problem(1, rng)
    ours = 20 * 0.3 * penalised_loss(weight, bias, x, classes, 0.3)
    p = 1 / (1 + np.exp(-x @ weight[0] - bias))
    theirs = 0.3 * log_loss(classes, p, normalize=False)
    theirs += 0.5 * np.sum(weight**2)
    assert ours == pytest.approx(theirs, rel=1e-10)


@every_size
@every_strength
def test_the_gradient_agrees_with_central_differences(n_outputs, C, rng):
    weight, bias, x, classes = problem(n_outputs, rng)
    d_weight, d_bias = d_penalised_loss(weight, bias, x, classes, C)
    assert_matches_differences(
        d_weight, lambda w: penalised_loss(w, bias, x, classes, C), weight
    )
    assert_matches_differences(
        d_bias, lambda b: penalised_loss(weight, b, x, classes, C), bias
    )


@every_size
@every_strength
def test_the_hessian_agrees_with_torch(n_outputs, C, rng):
    weight, bias, x, classes = problem(n_outputs, rng)

    def loss(both):
        return in_torch(both[:, :-1], both[:, -1], x, classes, C)

    both = torch.tensor(np.column_stack([weight, bias]))
    theirs = torch.autograd.functional.hessian(loss, both)
    ours = hessian(weight, bias, x, C)
    assert_matches_torch(ours, theirs.reshape(ours.shape))


@every_size
def test_the_hessian_never_curves_down(n_outputs, rng):
    for _ in range(10):
        weight, bias, x, _ = problem(n_outputs, rng)
        curvatures = np.linalg.eigvalsh(hessian(5 * weight, bias, x, np.inf))
        assert curvatures.min() > -1e-12


def test_the_bias_is_not_penalised():
    weight, x, classes = np.zeros((1, 2)), np.zeros((2, 2)), np.array([0, 1])
    bias = np.array([0.7])
    weak, strong = (
        penalised_loss(weight, bias, x, classes, C) for C in (1e9, 1e-9)
    )
    assert weak == strong


def test_logits_of_plus_minus_1000_are_stable():
    weight, bias = np.array([[1000.0]]), np.zeros(1)
    x, wrong = np.array([[1.0], [-1.0]]), np.array([0, 1])
    assert penalised_loss(weight, bias, x, wrong, np.inf) == 1000
    assert penalised_loss(weight, bias, x, 1 - wrong, np.inf) == 0
    d_weight, _ = d_penalised_loss(weight, bias, x, wrong, np.inf)
    np.testing.assert_array_equal(d_weight, [[1.0]])
    assert np.all(hessian(weight, bias, x, np.inf) == 0)


@pytest.mark.parametrize("C", [0.0, -1.0, np.nan])
def test_a_strength_that_is_not_above_zero_is_refused(C, rng):
    weight, bias, x, classes = problem(1, rng)
    for call in (
        lambda: penalised_loss(weight, bias, x, classes, C),
        lambda: d_penalised_loss(weight, bias, x, classes, C),
        lambda: hessian(weight, bias, x, C),
    ):
        with pytest.raises(ValueError, match="C must be above 0"):
            call()


@every_size
def test_batches_and_classes_that_do_not_fit_are_refused(n_outputs, rng):
    weight, bias, x, classes = problem(n_outputs, rng)
    for loss in (penalised_loss, d_penalised_loss):
        with pytest.raises(ValueError, match="empty"):
            loss(weight, bias, x[:0], classes[:0], 1.0)
        with pytest.raises(ValueError, match="expected 4 features"):
            loss(weight, bias, x[:, :3], classes, 1.0)
        with pytest.raises(ValueError, match=r"expected \(20,\)"):
            loss(weight, bias, x, classes[:-1], 1.0)
        with pytest.raises(ValueError, match="classes must be in"):
            loss(weight, bias, x, classes + 10, 1.0)
