import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from comparisons import assert_matches_torch
from lecture_code.perceptron import Perceptron, pre_activation
from lecture_code.toy_data import and_gate, or_gate, xor_gate


def test_the_pre_activation_agrees_with_torch(rng):
    x, weight = rng.normal(size=(5, 3)), rng.normal(size=3)
    theirs = torch.tensor(x) @ torch.tensor(weight) - 0.5
    assert_matches_torch(pre_activation(x, weight, -0.5), theirs)


def test_the_pre_activation_of_one_sample_is_a_number():
    z = pre_activation(np.array([1.0, 2.0]), np.array([3.0, 4.0]), 0.5)
    assert z.shape == ()
    assert z == 11.5


def test_the_pre_activation_overflows_without_a_warning():
    z = pre_activation(np.array([[1e200]]), np.array([1e200]), 0.0)
    assert np.isposinf(z)


def test_a_perceptron_set_by_hand_is_the_and_gate():
    x, y = and_gate()
    predicted = Perceptron([1, 1], bias=-1.5).predict(x)
    assert predicted.dtype == np.int64
    np.testing.assert_array_equal(predicted, y)


def test_a_perceptron_fires_on_its_decision_line():
    neuron = Perceptron([1.0, -1.0])
    np.testing.assert_array_equal(neuron.predict(np.array([[3.0, 3.0]])), [1])


@pytest.mark.parametrize("gate", [and_gate, or_gate])
@pytest.mark.parametrize("seed", range(10))
def test_a_perceptron_learns_and_and_or(gate, seed):
    x, y = gate()
    neuron = Perceptron(np.zeros(2))
    n_updates = neuron.fit(x, y, np.random.default_rng(seed), n_epochs=100)
    np.testing.assert_array_equal(neuron.predict(x), y)
    assert n_updates[-1] == 0
    assert 0 not in n_updates[:-1]


def test_a_perceptron_never_learns_xor(rng):
    x, y = xor_gate()
    neuron = Perceptron(np.zeros(2))
    n_updates = neuron.fit(x, y, rng, n_epochs=200)
    assert len(n_updates) == 200
    assert min(n_updates) > 0


@given(
    weight=st.tuples(st.floats(-1000, 1000), st.floats(-1000, 1000)),
    bias=st.floats(-1000, 1000),
)
def test_no_perceptron_gets_more_than_three_of_four_xor_right(weight, bias):
    x, y = xor_gate()
    assert np.sum(Perceptron(weight, bias).predict(x) == y) <= 3


def test_a_wrong_silence_moves_the_weights_towards_the_input(rng):
    neuron = Perceptron([0.0, 0.0], bias=-100.0)
    n_updates = neuron.fit(np.array([[2.0, -3.0]]), np.array([1]), rng, 1)
    assert n_updates == [1]
    np.testing.assert_array_equal(neuron.weight, [2.0, -3.0])
    assert neuron.bias == -99.0


def test_a_wrong_firing_moves_the_weights_away_from_the_input(rng):
    neuron = Perceptron([0.0, 0.0], bias=100.0)
    neuron.fit(np.array([[2.0, -3.0]]), np.array([0]), rng, 1)
    np.testing.assert_array_equal(neuron.weight, [-2.0, 3.0])
    assert neuron.bias == 99.0


def test_the_updates_stay_below_the_bound_of_novikoff(rng):
    x = rng.uniform(-1, 1, size=(200, 2))
    direction, margin = np.array([0.6, 0.8]), 0.1
    distance = x @ direction
    x, distance = x[abs(distance) >= margin], distance[abs(distance) >= margin]
    neuron = Perceptron(np.zeros(2))
    n_updates = neuron.fit(x, (distance > 0).astype(int), rng, n_epochs=1000)
    assert n_updates[-1] == 0
    # The bias counts as a weight of an input that is always 1.
    longest = np.max(np.sum(x**2, axis=1)) + 1
    assert sum(n_updates) <= longest / margin**2


class NotesItsSamples(Perceptron):
    """A neuron that remembers what it was shown."""

    def __init__(self, weight):
        super().__init__(weight)
        self.shown = []

    def predict(self, x):
        self.shown.append(float(x[0, 0]))
        return super().predict(x)


def test_every_epoch_shows_all_samples_in_an_order_of_its_own(rng):
    x = np.arange(20.0)[:, None]
    neuron = NotesItsSamples([1.0])
    neuron.fit(x, np.arange(20) % 2, rng, n_epochs=3)
    epochs = [tuple(neuron.shown[k : k + 20]) for k in (0, 20, 40)]
    assert [sorted(order) for order in epochs] == [x[:, 0].tolist()] * 3
    assert len({*epochs, tuple(x[:, 0])}) == 4


def test_the_initial_weight_is_copied(rng):
    weight = np.zeros(2)
    Perceptron(weight).fit(*and_gate(), rng, n_epochs=10)
    np.testing.assert_array_equal(weight, [0.0, 0.0])


def test_the_same_seed_gives_the_same_neuron():
    neurons = [Perceptron(np.zeros(2)) for _ in range(2)]
    for neuron in neurons:
        neuron.fit(*or_gate(), np.random.default_rng(3), n_epochs=3)
    np.testing.assert_array_equal(neurons[0].weight, neurons[1].weight)


@pytest.mark.parametrize("weight", [1.0, [], [[1.0, 2.0]]])
def test_a_weight_that_is_no_vector_is_refused(weight):
    with pytest.raises(ValueError, match=r"\(n_features,\), got"):
        Perceptron(weight)


def test_a_batch_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="expected 2 features"):
        Perceptron([1, 1]).predict(np.ones((4, 3)))
    with pytest.raises(ValueError, match="empty"):
        Perceptron([1, 1]).predict(np.ones((0, 2)))


def test_labels_other_than_0_and_1_and_no_epochs_are_refused(rng):
    x, y = and_gate()
    with pytest.raises(ValueError, match=r"in 0..1, got -1..1"):
        Perceptron([1, 1]).fit(x, 2 * y - 1, rng, 10)
    with pytest.raises(ValueError, match="n_epochs must be at least 1"):
        Perceptron([1, 1]).fit(x, y, rng, 0)


def test_without_a_bias_the_line_goes_through_the_origin():
    assert Perceptron([1.0, 2.0]).bias == 0
