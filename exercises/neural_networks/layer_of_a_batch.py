r"""A layer for a whole batch.

The rows of `x` are samples, the rows of `weight` belong to units: the shapes
are `(n_samples, n_in)` and `(n_out, n_in)`, and `bias` has `n_out` entries.
Complete the line that returns all sums $z$, of shape `(n_samples, n_out)`.
"""

# %% grade: complete
# %% section: #the-multi-layer-perceptron

# %% start
import numpy as np


def layer(x, weight, bias):
    return ...


# %% solution
x @ weight.T + bias


# %% visible tests
def test_the_shape():
    z = layer(np.ones((4, 3)), np.ones((2, 3)), np.zeros(2))
    says = f"Expect (4, 2), 4 samples and 2 units, and not {np.shape(z)}."
    assert np.shape(z) == (4, 2), says


# %% hidden tests
def test_each_unit_weighs_each_sample():
    x = np.array([[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]])
    weight, bias = np.array([[1.0, 0.0], [1.0, 10.0]]), np.array([0.0, 100.0])
    expected = np.array([[1.0, 121.0], [0.0, 110.0], [3.0, 93.0]])
    says = "For three samples and two units the sums are not right."
    assert np.allclose(layer(x, weight, bias), expected), says


def test_the_bias_is_added():
    z = layer(np.zeros((1, 2)), np.ones((3, 2)), np.array([1.0, 2.0, 3.0]))
    says = "For an input of zeros the sums are the biases."
    assert np.allclose(z, [[1, 2, 3]]), says


# %% hint
# The inner sizes of a product have to be equal, and the outer ones remain.

# %% hint
# `weight.T` has the shape `(n_in, n_out)`.

# %% wrong
# The inner sizes are n_in and n_out, so this exists only if they are equal,
# and then weighs by the columns. Each row of the weights belongs to a unit:
# transpose them.
x @ weight + bias

# %% wrong
# This has one row for each unit. Samples should stay in the rows, as they were
# in `x`.
weight @ x.T + bias[:, None]

# %% wrong
# The bias is missing: without it every border passes through the origin.
x @ weight.T
