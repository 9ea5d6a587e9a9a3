r"""the_title.

Complete the line that returns the standard deviation of the mean of `n`
independent draws, each with the standard deviation $\sigma$, here `sigma`.
"""

# %% grade: complete
# %% section: #on_the_name

# %% start
import numpy as np


def deviation_of_mean(sigma, n):
    return ...


# %% solution
sigma / np.sqrt(n)


# %% visible tests
def test_a_single_draw():
    d = deviation_of_mean(3.0, 1)
    assert np.isclose(d, 3), f"The mean of one draw is that draw: 3, not {d}."


# %% hidden tests
def test_four_draws():
    d = deviation_of_mean(3.0, 4)
    assert np.isclose(d, 1.5), f"Four draws halve it: 1.5, and not {d}."


# %% hint
# Variances of independent draws add up.

# %% wrong
# That would be so for the variance; the deviation is its root.
sigma / n

# %% wrong
# That is the deviation of the sum; the mean divides it by `n`.
sigma * np.sqrt(n)
