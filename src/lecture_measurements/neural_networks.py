"""What one neuron cannot do, what a hidden layer adds, and what it costs."""

from __future__ import annotations

import numpy as np

from lecture_code.approximation import (
    one_hidden_layer,
    sum_of_bumps,
    sup_error,
)
from lecture_code.arrays import Array
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.perceptron import Perceptron
from lecture_code.sawtooth import count_linear_pieces, sawtooth
from lecture_code.toy_data import and_gate, or_gate, xor_gate
from lecture_code.training import accuracy
from lecture_experiments.neural_networks.small_networks import (
    GRID,
    answers,
    bump_error,
    descended,
    descent_error,
    drawn_lines,
    fit_curve,
    fitted_to_rings,
    fitted_to_xor,
    linear_on_hidden,
    new_rings,
    solved_error,
    three_layers,
)
from lecture_measurements.measurement import measurement

N_BUMPS = 40


@measurement(low=0.995, high=1.0, form="percent", decimals=0, seeds=range(20))
def learned_and_or(seed: int) -> float:
    """Lower accuracy of the two neurons that learned AND and OR."""
    right = []
    for x, y in (and_gate(), or_gate()):
        neuron = Perceptron(np.zeros(2))
        neuron.fit(x, y, np.random.default_rng(seed), n_epochs=100)
        right.append(np.mean(neuron.predict(x) == y))
    return float(min(right))


@measurement(low=6, high=13, decimals=0, seeds=range(21))
def updates_for_and(seed: int) -> float:
    """How many updates Rosenblatt's rule makes until it has learned AND."""
    rng = np.random.default_rng(seed)
    return sum(Perceptron(np.zeros(2)).fit(*and_gate(), rng, n_epochs=100))


@measurement(low=0.745, high=0.755, form="percent", decimals=0, seeds=range(5))
def best_line_on_xor(seed: int) -> float:
    """Best accuracy on XOR of ten thousand neurons drawn at random."""
    _, y = xor_gate()
    right = answers(drawn_lines(10_000, seed)) == y[:, None].astype(bool)
    return float(right.mean(axis=0).max())


@measurement(low=14, high=14, decimals=0, seeds=range(5))
def gates_of_one_neuron(seed: int) -> float:
    """How many of the 16 gates ten thousand random neurons compute."""
    gates = np.unique(answers(drawn_lines(10_000, seed)), axis=1)
    return float(gates.shape[1])  # (4, n_gates)


@measurement(low=101_770, high=101_770, decimals=0)
def parameters_for_digits() -> float:
    """Parameters of a network with one hidden layer that reads digits."""
    return MLP([784, 128, 10], "relu", np.random.default_rng(0)).n_parameters


@measurement(low=0.467, high=0.51, form="percent", decimals=0, seeds=range(5))
def linear_on_rings(seed: int) -> float:
    """Accuracy on new points of a linear classifier trained on two rings."""
    x, y = new_rings(seed)
    return accuracy(fitted_to_rings([2, 1], seed).forward(x), y)


@measurement(low=0.649, high=0.665, form="percent", decimals=0, seeds=range(5))
def best_line_on_rings(seed: int) -> float:
    """Best accuracy of a line on the two rings, found by search."""
    x, y = new_rings(seed, n_samples=10_000)
    angle = np.linspace(0.0, 2 * np.pi, 360, endpoint=False)
    along = x @ np.stack([np.cos(angle), np.sin(angle)])  # (n_samples, 360)
    sorted_y = y[np.argsort(along, axis=0)]
    # Everything up to the threshold is called 0, the rest 1.
    gained = np.cumsum(1 - 2 * sorted_y, axis=0)
    return float((y.sum() + gained.max()) / len(y))


@measurement(low=0.776, high=0.834, form="percent", decimals=0, seeds=range(5))
def two_units_on_rings(seed: int) -> float:
    """Accuracy on new points of a network with two hidden units."""
    x, y = new_rings(seed)
    return accuracy(fitted_to_rings([2, 2, 1], seed).forward(x), y)


@measurement(low=0.946, high=1.0, form="percent", decimals=0, seeds=range(5))
def linear_on_hidden_rings(seed: int) -> float:
    """Accuracy on new points of a linear classifier on three hidden units."""
    x, y = new_rings(seed)
    network = fitted_to_rings([2, 3, 1], seed)
    linear = linear_on_hidden(network, seed)
    return accuracy(linear.forward(network.hidden(x)[0]), y)


@measurement(low=0.595, high=0.605, form="percent", decimals=0)
def xor_learned_by_two_units() -> float:
    """Share of 20 random starts from which two hidden units learn XOR."""
    return _share_that_learn_xor(n_hidden=2)


@measurement(low=0.995, high=1.0, form="percent", decimals=0)
def xor_learned_by_eight_units() -> float:
    """Share of 20 random starts from which eight hidden units learn XOR."""
    return _share_that_learn_xor(n_hidden=8)


def _share_that_learn_xor(n_hidden: int) -> float:
    x, y = xor_gate()
    networks = [fitted_to_xor(n_hidden, seed) for seed in range(20)]
    return float(np.mean([accuracy(n.forward(x), y) == 1 for n in networks]))


@measurement(low=0.0, high=1e-14, form="bound", seeds=range(5))
def collapse_difference(seed: int) -> float:
    """Largest difference of three linear layers and their one product."""
    x, (w_1, w_2, w_3) = three_layers(seed)
    layer_by_layer = x @ w_1.T @ w_2.T @ w_3.T
    return float(np.abs(layer_by_layer - x @ (w_3 @ w_2 @ w_1).T).max())


@measurement(low=3, high=3, decimals=0, seeds=range(5))
def rank_of_collapse(seed: int) -> float:
    """Rank of the product of layers 10 to 16 to 3 to 8."""
    _, (w_1, w_2, w_3) = three_layers(seed)
    return float(np.linalg.matrix_rank(w_3 @ w_2 @ w_1))


@measurement(low=3, high=3, decimals=0, seeds=range(5))
def rank_of_square_units(seed: int) -> float:
    """Dimensions that two hundred hidden units with φ(z) = z² span."""
    rng = np.random.default_rng(seed)
    weight, bias = rng.normal(size=(2, 200))
    hidden = (np.multiply.outer(GRID, weight) + bias) ** 2
    return float(np.linalg.matrix_rank(hidden))


@measurement(low=0.1946, high=0.1957, decimals=3)
def built_error() -> float:
    """Largest error on the wavy curve of 40 bumps, which are 80 units."""
    return bump_error(N_BUMPS)


@measurement(low=0.495, high=0.505)
def error_at_a_jump() -> float:
    """Largest error of very many bumps on a curve that jumps by 1."""
    weights = sum_of_bumps(_jump, 0.0, 1.0, 640)
    return sup_error(_jump, lambda x: one_hidden_layer(x, *weights), GRID)


def _jump(x: Array) -> Array:
    return np.where(x < 0.5, 0.0, 1.0)


@measurement(low=-1, high=-0.989)
def rate_of_bumps() -> float:
    """Slope of the log of the error against the log of the bumps."""
    n_bumps = 20 * 2 ** np.arange(6)
    errors = [bump_error(int(n)) for n in n_bumps]
    return float(np.polyfit(np.log(n_bumps), np.log(errors), 1)[0])


@measurement(low=0.46, high=0.533, seeds=range(5))
def descended_error(seed: int) -> float:
    """Largest error of 80 units trained by gradient descent."""
    return descent_error(2 * N_BUMPS, seed)


@measurement(low=0.168, high=0.211, form="percent", decimals=0, seeds=range(5))
def fast_wave_learned(seed: int) -> float:
    """Share of the fast wave in what gradient descent made of 80 units."""
    output = descended(2 * N_BUMPS, seed).forward(GRID[:, None])  # (n, 1)
    waves = np.sin(2 * np.pi * np.outer(GRID, [1, 3]))  # (n, 2)
    amplitudes = np.linalg.lstsq(waves, output, rcond=None)[0]
    return float(amplitudes[1, 0] / 0.5)


@measurement(low=0.033, high=0.066, seeds=range(5))
def descended_error_from_spread(seed: int) -> float:
    """Largest error of gradient descent from steps spread at random."""
    return descent_error(2 * N_BUMPS, seed, is_spread=True)


@measurement(
    low=3e-05, high=0.00025, form="scientific", decimals=0, seeds=range(5)
)
def solved_output_error(seed: int) -> float:
    """Largest error of 80 random units, output weights by least squares."""
    return solved_error(2 * N_BUMPS, seed)


@measurement(low=1024, high=1024, decimals=0)
def pieces_of_ten_layers() -> float:
    """Straight pieces of ten layers of two ReLU units each, counted."""
    return count_linear_pieces(sawtooth(np.linspace(0, 1, 2**14 + 1), 10))


@measurement(low=0.483, high=0.547, decimals=1, seeds=range(5))
def trained_sawtooth_error(seed: int) -> float:
    """Largest error of three layers of two units trained on the zigzag."""
    x = np.linspace(0.0, 1.0, 129)
    y = sawtooth(x, n_layers=3)
    network = MLP([1, 2, 2, 2, 1], "relu", np.random.default_rng(seed))
    optimiser = SGD(network.parameters, lr=0.05, momentum=0.9)
    fit_curve(network, optimiser, x, y, n_steps=3000)
    return float(np.abs(network.forward(x[:, None])[:, 0] - y).max())
