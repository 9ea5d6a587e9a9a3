import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lecture_code.activations import relu
from lecture_code.sawtooth import count_linear_pieces, sawtooth


@pytest.mark.parametrize("n_layers", range(1, 11))
def test_k_layers_of_two_units_have_2_to_the_k_pieces(n_layers):
    for cells in (4 * 2**n_layers, 7919):  # kinks on the grid, and off it
        y = sawtooth(np.linspace(0, 1, cells + 1), n_layers)
        assert count_linear_pieces(y) == 2**n_layers
        assert (y.min(), y[0], y[-1]) == (0, 0, 0)
        assert y.max() <= 1


def test_the_first_layer_is_a_tent():
    x = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
    np.testing.assert_array_equal(sawtooth(x, 1), [0, 0.5, 1, 0.5, 0])
    np.testing.assert_array_equal(sawtooth(x, 2), [0, 1, 0, 1, 0])


def test_a_sawtooth_without_layers_is_refused():
    with pytest.raises(ValueError, match="n_layers must be at least 1"):
        sawtooth(np.ones(2), 0)


@pytest.mark.parametrize("n_hidden", [1, 5, 20])
def test_one_hidden_layer_has_a_piece_more_than_units(n_hidden, rng):
    x = np.linspace(0, 1, 20_001)
    kinks = (np.arange(n_hidden) + rng.uniform(0.2, 0.8, n_hidden)) / n_hidden
    v = rng.choice([-1.0, 1.0], n_hidden) * rng.uniform(1, 2, n_hidden)
    y = relu(x[:, None] - kinks) @ v
    assert count_linear_pieces(y) == n_hidden + 1


@given(st.floats(-1000, 1000), st.floats(-1000, 1000))
def test_a_straight_line_is_one_piece(slope, intercept):
    x = np.linspace(0, 1, 101)
    assert count_linear_pieces(slope * x + intercept) == 1


def test_two_points_are_one_piece_and_fewer_are_refused():
    assert count_linear_pieces(np.array([0.0, 1.0])) == 1
    assert count_linear_pieces(np.array([0.0, 1.0, 0.0])) == 2
    for y in (np.zeros(1), np.zeros((3, 3))):
        with pytest.raises(ValueError, match="two points"):
            count_linear_pieces(y)
