r"""A sigmoid that does not overflow.

Write `sigmoid(z)`, $\sigma(z) = 1 / (1 + e^{-z})$, for an array.
No exponential may overflow, whether $z$ is $1000$ or $-1000$.
"""

# %% grade: write
# %% section: #sigmoid

# %% start
import numpy as np


def sigmoid(z):
    return z


# %% solution
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))  # at most 1
    return np.where(z >= 0, 1, e) / (1 + e)


# %% visible tests
def test_it_is_the_formula():
    z = np.array([-2.0, 0.0, 3.0])
    says = f"At -2, 0 and 3 expect 0.119, 0.5 and 0.953; not {sigmoid(z)}."
    assert np.allclose(sigmoid(z), 1 / (1 + np.exp(-z))), says


# %% hidden tests
def overflows(z):
    # A browser warns of no overflow, so each exponential is looked at.
    exp, seen = np.exp, []

    def watched(x):
        with np.errstate(over="ignore"):
            seen.append(exp(x))
        return seen[-1]

    np.exp = watched
    try:
        p = sigmoid(np.array([z]))
    finally:
        np.exp = exp
    infinite = any(np.isinf(value).any() for value in seen)
    return infinite or not np.isclose(p[0], float(z > 0))


def test_far_above_zero():
    assert not overflows(1000.0), "Something overflows at z = 1000."


def test_far_below_zero():
    assert not overflows(-1000.0), "Something overflows at z = -1000."


# %% hint
# Which exponential is never above 1, whatever the sign of $z$?

# %% hint
# Multiply the fraction by $e^z$ above and below, which gives
# $e^z / (1 + e^z)$. For negative $z$ this form is safe.

# %% wrong
# The formula taken literally: at -1000 it computes the exponential of 1000.
# The result happens to be right, but the warning is real.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# %% wrong
# This form is safe below zero, and overflows above it: infinity over infinity
# is nan.
import numpy as np


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


# %% wrong
# Nearly: the sigmoid is a tanh of half the input, moved and scaled. This one
# is twice as steep.
import numpy as np


def sigmoid(z):
    return (1 + np.tanh(z)) / 2
