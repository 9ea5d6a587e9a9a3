r"""How many parameters?

Write `n_parameters(widths)`.
It gets the number of inputs, the sizes of the hidden layers and the number of
outputs, such as `[2, 8, 1]`, and returns the number of all weights and
biases.
"""

# %% grade: write
# %% section: #the-multi-layer-perceptron


# %% start
def n_parameters(widths):
    return sum(widths)


# %% solution
from itertools import pairwise


def n_parameters(widths):
    return sum((n_in + 1) * n_out for n_in, n_out in pairwise(widths))


# %% visible tests
def test_one_neuron():
    n = n_parameters([2, 1])
    says = f"One neuron with 2 inputs has 2 weights and a bias, and not {n}."
    assert n == 3, says


# %% hidden tests
def test_the_network_of_the_introduction():
    n = n_parameters([2, 8, 1])
    assert n == 33, f"2 inputs, 8 hidden units, 1 output: expect 33, not {n}."


def test_two_hidden_layers():
    n = n_parameters([3, 5, 4, 2])
    assert n == 54, f"For [3, 5, 4, 2] expect 54, and not {n}."


# %% hint
# A unit has one weight for each unit below it, and one bias.

# %% hint
# Between two layers there are $(d_{l-1} + 1)\, d_l$ parameters.


# %% wrong
# These are the weights. Every unit has a bias as well.
from itertools import pairwise


def n_parameters(widths):
    return sum(n_in * n_out for n_in, n_out in pairwise(widths))


# %% wrong
# Inputs are no units and have no bias; only what is computed has one.
from itertools import pairwise


def n_parameters(widths):
    return sum(n_in * n_out for n_in, n_out in pairwise(widths)) + sum(widths)


# %% wrong
# This gives each layer one bias; each of its units has one of its own.
from itertools import pairwise


def n_parameters(widths):
    return sum(n_in * n_out + 1 for n_in, n_out in pairwise(widths))
