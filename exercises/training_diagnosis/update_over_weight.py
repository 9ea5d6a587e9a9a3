r"""Update over weight.

Write `ratio(weight, gradient, eta)`, the number
$\rho = \lVert \Delta W \rVert / \lVert W \rVert$ of a layer under plain SGD.
Here $\lVert W \rVert$ is the root of the sum of all squared entries.
"""

# %% grade: write
# %% section: #how-large-is-an-update

# %% start
import numpy as np


def ratio(weight, gradient, eta):
    return 0.001


# %% solution
import numpy as np


def ratio(weight, gradient, eta):
    update = -eta * gradient
    return np.sqrt(np.sum(update**2) / np.sum(weight**2))


# %% visible tests
def test_a_step_of_a_tenth():
    w = np.array([[3.0, 4.0]])
    rho = ratio(w, w, 0.1)
    says = f"A gradient as large as the weights, eta = 0.1: 0.1, not {rho}."
    assert np.isclose(rho, 0.1), says


# %% hidden tests
def test_lengths_of_whole_matrices_are_compared():
    w, g = np.array([[3.0, 0.0], [0.0, 4.0]]), np.array([[0.0, 6.0], [8.0, 0]])
    rho = ratio(w, g, 0.01)
    says = f"Lengths of 5 and 10, eta = 0.01: expect 0.02, and not {rho}."
    assert np.isclose(rho, 0.02), says


# %% hint
# For plain SGD the update is $-\eta$ times the gradient.

# %% hint
# `np.linalg.norm` of a matrix is the root of the sum of its squared entries.

# %% wrong
# This leaves out the step size: it compares the gradient, and not the update,
# with the weights.
import numpy as np


def ratio(weight, gradient, eta):
    return np.linalg.norm(gradient) / np.linalg.norm(weight)


# %% wrong
# Without the roots this is the square of the ratio.
import numpy as np


def ratio(weight, gradient, eta):
    return np.sum((eta * gradient) ** 2) / np.sum(weight**2)


# %% wrong
# This is upside down: it says how many such updates make up the weights.
import numpy as np


def ratio(weight, gradient, eta):
    return np.linalg.norm(weight) / np.linalg.norm(eta * gradient)


# %% wrong
# A mean of quotients is ruled by weights near 0. Divide the lengths of the
# whole matrices.
import numpy as np


def ratio(weight, gradient, eta):
    return np.mean(np.abs(eta * gradient / weight))
