"""The variance by hand.

Write `variance(x)`, the mean squared distance from the mean of a vector, as
the page defines it.
NumPy has this as `np.var`; write the formula out.
"""

# %% grade: write
# %% section: #mean-and-variance

# %% start
import numpy as np


def variance(x):
    return np.mean(x)


# %% solution
import numpy as np


def variance(x):
    return np.mean((x - np.mean(x)) ** 2)


# %% visible tests
def test_numbers_that_are_alike_have_none():
    v = variance(np.array([4.0, 4.0, 4.0]))
    assert np.isclose(v, 0), f"Three equal numbers vary by 0, not by {v}."


def test_two_numbers_at_a_distance_of_one():
    v = variance(np.array([1.0, 3.0]))
    says = f"1 and 3 are each 1 from their mean: the variance is 1, not {v}."
    assert np.isclose(v, 1), says


# %% hidden tests
def test_moving_all_numbers_changes_nothing():
    x = np.random.default_rng(0).normal(size=50)
    says = "Adding 10 to every number should not change the variance."
    assert np.isclose(variance(x + 10), variance(x)), says


def test_it_is_the_formula():
    x = np.random.default_rng(1).normal(size=7) * 3
    expected = np.var(x)
    says = f"For seven random numbers expect {expected:.4f}."
    assert np.isclose(variance(x), expected), says


# %% hint
# First the distances from the mean, then their squares, then the mean.

# %% hint
# The distances are `x - np.mean(x)`.

# %% wrong
# The squares of the numbers themselves also measure how far their mean is
# from 0. Subtract the mean first.
import numpy as np


def variance(x):
    return np.mean(x**2)


# %% wrong
# That is the sum of the squared distances; it grows with every sample. Divide
# by their number.
import numpy as np


def variance(x):
    return np.sum((x - np.mean(x)) ** 2)


# %% wrong
# This divides by n - 1, which estimates the variance of what the numbers were
# drawn from. The lecture divides by n.
import numpy as np


def variance(x):
    return np.sum((x - np.mean(x)) ** 2) / (len(x) - 1)


# %% wrong
# This is the standard deviation, the root of the variance.
import numpy as np


def variance(x):
    return np.sqrt(np.mean((x - np.mean(x)) ** 2))
