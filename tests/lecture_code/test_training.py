import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from comparisons import assert_matches_torch
from lecture_code.linear import Linear
from lecture_code.losses import (
    binary_cross_entropy,
    cross_entropy,
    d_binary_cross_entropy,
    d_cross_entropy,
    d_mean_squared_error,
    mean_squared_error,
)
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.toy_data import noisy_sine, two_moons, two_rings, xor_gate
from lecture_code.training import (
    accuracy,
    minibatches,
    predicted_classes,
    train,
)


@given(
    n_samples=st.integers(1, 50),
    batch_size=st.one_of(st.none(), st.integers(1, 60)),
    seed=st.integers(0, 99),
)
def test_an_epoch_shows_every_sample_once(n_samples, batch_size, seed):
    rng = np.random.default_rng(seed)
    batches = list(minibatches(n_samples, batch_size, rng))
    assert sorted(np.concatenate(batches)) == list(range(n_samples))
    size = n_samples if batch_size is None else min(batch_size, n_samples)
    assert all(len(batch) == size for batch in batches[:-1])
    assert 1 <= len(batches[-1]) <= size


def test_the_smaller_last_batch_is_kept(rng):
    assert [len(batch) for batch in minibatches(10, 4, rng)] == [4, 4, 2]


def test_each_epoch_has_another_order(rng):
    one, other = (next(minibatches(20, None, rng)) for _ in range(2))
    assert list(one) != list(other)
    assert list(one) != list(range(20))


@pytest.mark.parametrize(("n_samples", "batch_size"), [(0, None), (0, 4)])
def test_an_epoch_without_samples_is_refused(n_samples, batch_size, rng):
    with pytest.raises(ValueError, match="n_samples must be at least 1"):
        minibatches(n_samples, batch_size, rng)


@pytest.mark.parametrize("batch_size", [0, -1])
def test_a_batch_without_samples_is_refused(batch_size, rng):
    with pytest.raises(ValueError, match="batch_size must be at least 1"):
        minibatches(4, batch_size, rng)


@pytest.mark.parametrize("batch_size", [None, 8, 1])
@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_training_takes_the_steps_of_torch(batch_size, momentum):
    x, y = two_moons(20, 0.1, np.random.default_rng(1))
    ours = MLP((2, 6, 2), "tanh", np.random.default_rng(2))
    theirs = torch.nn.Sequential(
        torch.nn.Linear(2, 6, dtype=torch.float64),
        torch.nn.Tanh(),
        torch.nn.Linear(6, 2, dtype=torch.float64),
    )
    with torch.no_grad():
        for p, q in zip(theirs.parameters(), ours.parameters, strict=True):
            p[:] = torch.tensor(q)
    optimiser = torch.optim.SGD(theirs.parameters(), 0.1, momentum)
    loss = torch.nn.CrossEntropyLoss()
    x_torch, y_torch = torch.tensor(x), torch.tensor(y)

    sgd = SGD(ours.parameters, 0.1, momentum)
    rng = np.random.default_rng(3)
    history = train(
        ours, cross_entropy, d_cross_entropy, sgd, x, y, 5, batch_size, rng
    )
    rng = np.random.default_rng(3)
    for epoch in range(5):
        for batch in minibatches(len(x), batch_size, rng):
            optimiser.zero_grad()
            loss(theirs(x_torch[batch]), y_torch[batch]).backward()
            optimiser.step()
        assert_matches_torch(history[epoch], loss(theirs(x_torch), y_torch))
    for p, q in zip(ours.parameters, theirs.parameters(), strict=True):
        assert_matches_torch(p, q)


def test_an_mlp_learns_xor(rng):
    x, y = xor_gate()
    model = MLP((2, 4, 1), "tanh", rng)
    history = train(
        model,
        binary_cross_entropy,
        d_binary_cross_entropy,
        SGD(model.parameters, lr=1.0),
        x,
        y[:, None],
        n_epochs=300,
        batch_size=None,
        rng=rng,
    )
    assert len(history) == 300
    assert history[-1] < 0.05 < history[0]
    assert accuracy(model.forward(x), y) == 1


def test_an_mlp_separates_two_rings_and_a_line_cannot(rng):
    x, y = two_rings(200, 0.1, rng)
    model, line = MLP((2, 16, 2), "relu", rng), Linear(2, 2, rng)
    for m in (model, line):
        sgd = SGD(m.parameters, lr=0.1, momentum=0.9)
        train(m, cross_entropy, d_cross_entropy, sgd, x, y, 30, 20, rng)
    assert accuracy(model.forward(x), y) > 0.98
    assert accuracy(line.forward(x), y) < 0.7


@pytest.mark.parametrize("seed", range(5))
def test_an_mlp_fits_a_curve_far_better_than_a_line_does(seed):
    rng = np.random.default_rng(seed)
    x, y = noisy_sine(100, 0.1, rng)
    model = MLP((1, 10, 1), "tanh", rng)
    sgd = SGD(model.parameters, lr=0.01, momentum=0.9)
    losses = mean_squared_error, d_mean_squared_error
    history = train(model, *losses, sgd, x, y, 100, 10, rng)
    line = np.polynomial.Polynomial.fit(x[:, 0], y[:, 0], deg=1)
    assert history[-1] < mean_squared_error(line(x), y) / 4


def test_the_same_seed_gives_the_same_training():
    histories = []
    for _ in range(2):
        rng = np.random.default_rng(5)
        x, y = two_moons(30, 0.1, rng)
        model = MLP((2, 4, 2), "relu", rng)
        sgd = SGD(model.parameters, lr=0.1)
        histories.append(
            train(model, cross_entropy, d_cross_entropy, sgd, x, y, 3, 4, rng)
        )
    assert histories[0] == histories[1]


@pytest.mark.parametrize("lr", [1e3, 1e200])
def test_a_training_that_diverges_shows_it_and_warns_not(lr, rng):
    x, y = noisy_sine(20, 0.1, rng)
    model = MLP((1, 8, 1), "relu", rng)
    history = train(
        model,
        mean_squared_error,
        d_mean_squared_error,
        SGD(model.parameters, lr=lr),
        x,
        y,
        n_epochs=200,
        batch_size=5,
        rng=rng,
    )
    assert len(history) == 200
    assert not np.isfinite(history[-1])


def test_a_loss_of_ones_own_may_diverge_without_a_warning_too(rng):
    x, y = noisy_sine(20, 0.1, rng)
    model = Linear(1, 1, rng)
    fourth = (
        lambda output, y: float(np.mean((output - y) ** 4)),
        lambda output, y: 4 * (output - y) ** 3 / len(y),
    )
    sgd = SGD(model.parameters, lr=10.0)
    history = train(model, *fourth, sgd, x, y, 20, None, rng)
    assert not np.isfinite(history[-1])


def test_training_refuses_what_it_cannot_train_on(rng):
    x, y = xor_gate()
    model = MLP((2, 4, 2), "tanh", rng)
    sgd = SGD(model.parameters, lr=0.1)

    def attempt(x, y, n_epochs=1, batch_size=None):
        losses = cross_entropy, d_cross_entropy
        train(model, *losses, sgd, x, y, n_epochs, batch_size, rng)

    before = [p.copy() for p in model.parameters]
    with pytest.raises(ValueError, match="x has 4 samples, but y has 3"):
        attempt(x, y[:3])
    with pytest.raises(ValueError, match="n_samples must be at least 1"):
        attempt(x[:0], y[:0])
    with pytest.raises(ValueError, match="n_epochs must be at least 1"):
        attempt(x, y, n_epochs=0)
    with pytest.raises(ValueError, match="batch_size must be at least 1"):
        attempt(x, y, batch_size=0)
    for p, q in zip(model.parameters, before, strict=True):
        np.testing.assert_array_equal(p, q)


def test_the_largest_logit_is_the_predicted_class():
    logits = np.array([[0.0, 2.0, 1.0], [-1.0, -2.0, -3.0]])
    np.testing.assert_array_equal(predicted_classes(logits), [1, 0])
    assert predicted_classes(logits).dtype == np.int64


def test_the_sign_of_a_single_logit_is_the_predicted_class():
    logits = np.array([[1000.0], [1e-9], [0.0], [-1e-9], [-1000.0]])
    np.testing.assert_array_equal(predicted_classes(logits), [1, 1, 0, 0, 0])


def test_of_equal_logits_the_first_is_the_predicted_class():
    np.testing.assert_array_equal(predicted_classes(np.zeros((2, 3))), [0, 0])


def test_accuracy_is_the_share_of_right_classes():
    logits = np.array([[1.0], [1.0], [1.0], [-1.0]])
    assert accuracy(logits, np.array([1, 1, 0, 1])) == 0.5
    assert accuracy(np.eye(3), np.array([0, 1, 2])) == 1


@pytest.mark.parametrize(
    ("logits", "classes"),
    [
        (np.zeros((0, 2)), np.zeros(0, dtype=int)),
        (np.zeros(3), np.zeros(3, dtype=int)),
        (np.zeros((3, 1)), np.zeros((3, 1), dtype=int)),
        (np.zeros((3, 1)), np.array([0, 1, 2])),
    ],
)
def test_accuracy_refuses_what_does_not_fit(logits, classes):
    with pytest.raises(ValueError, match=r"empty|batch|classes"):
        accuracy(logits, classes)


def test_a_model_trains_in_training_mode_and_is_judged_in_evaluation(rng):
    x, y = two_moons(20, 0.1, rng)
    layer = ModeOfEachForward(2, 2, rng)
    train(
        layer,
        cross_entropy,
        d_cross_entropy,
        SGD(layer.parameters, lr=0.1),
        x,
        y,
        n_epochs=2,
        batch_size=10,
        rng=rng,
    )
    assert layer.modes == [True, True, False] * 2
    assert not layer.training


class ModeOfEachForward(Linear):
    """A linear layer that notes in which mode it went forward."""

    def __init__(self, n_in, n_out, rng):
        super().__init__(n_in, n_out, rng)
        self.training = True
        self.modes = []

    def forward(self, x):
        self.modes.append(self.training)
        return super().forward(x)
