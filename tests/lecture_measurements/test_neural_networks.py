import numpy as np
import pytest

from lecture_code.perceptron import Perceptron
from lecture_code.toy_data import and_gate
from lecture_experiments.neural_networks.small_networks import (
    bump_error,
    fitted_to_rings,
    linear_on_hidden,
    new_rings,
)
from lecture_measurements import neural_networks as measured


def test_updates_for_and_keep_novikoffs_bound() -> None:
    x, y = and_gate()
    x = np.column_stack([x, np.ones(4)])
    u = np.array([2, 2, -3]) / np.sqrt(17)
    margin = np.min((2 * y - 1) * (x @ u))
    bound = np.max(np.sum(x**2, axis=1)) / margin**2
    assert bound == pytest.approx(51)
    assert all(measured.updates_for_and(seed) <= bound for seed in range(50))


def test_what_was_learned_need_not_leave_a_margin() -> None:
    x, y = and_gate()
    neuron = Perceptron(np.zeros(2))
    neuron.fit(x, y, np.random.default_rng(0), n_epochs=100)
    assert np.abs(x @ neuron.weight + neuron.bias).min() == 0


@pytest.mark.parametrize("n_bumps", [20, 40, 80, 160])
def test_bumps_keep_the_bound_of_the_mean_value_theorem(n_bumps: int) -> None:
    steepest = 5 * np.pi  # of the wavy curve, at 0
    assert bump_error(n_bumps) <= steepest / (2 * n_bumps)


def test_no_line_on_rings_beats_two_thirds() -> None:
    assert measured.best_line_on_rings(0) < 2 / 3


def test_hidden_units_help_a_line_more_than_any_line_on_x_can_do() -> None:
    x, y = new_rings(seed=0)
    network = fitted_to_rings([2, 3, 1], seed=0)
    logits = linear_on_hidden(network, seed=0).forward(network.hidden(x)[0])
    right = np.mean((logits[:, 0] > 0) == y)
    assert right > measured.best_line_on_rings(0) + 0.25
