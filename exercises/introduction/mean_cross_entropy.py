r"""The cross-entropy of two classes.

Write `cross_entropy(p, y)`.
It gets the probabilities of class 1 and the true classes, 0 or 1, both of
shape `(n,)`, and returns the loss

$$
L = -\frac{1}{n} \sum_i \log
\begin{cases}
p_i & \text{if } y_i = 1 \\ 1 - p_i & \text{if } y_i = 0
\end{cases}
$$
"""

# %% grade: write
# %% section: #measure-the-loss

# %% start
import numpy as np


def cross_entropy(p, y):
    return np.mean(p - y)


# %% solution
import numpy as np


def cross_entropy(p, y):
    return -np.mean(np.log(np.where(y == 1, p, 1 - p)))


# %% visible tests
def test_a_coin_costs_log_two():
    loss = cross_entropy(np.array([0.5, 0.5]), np.array([1, 0]))
    says = f"Saying 0.5 twice costs log 2, about 0.693, and not {loss:.3f}."
    assert np.isclose(loss, np.log(2)), says


# %% hidden tests
def test_both_classes_cost_something():
    loss = cross_entropy(np.array([0.9, 0.9, 0.9]), np.array([1, 0, 0]))
    expected = -(np.log(0.9) + 2 * np.log(0.1)) / 3
    says = f"p = 0.9 three times, classes 1, 0, 0: expect {expected:.3f}."
    assert np.isclose(loss, expected), says


def test_it_is_a_mean_over_the_samples():
    p, y = np.array([0.7, 0.2]), np.array([1, 0])
    twice = cross_entropy(np.tile(p, 2), np.tile(y, 2))
    says = "The same samples twice should give the same loss."
    assert np.isclose(twice, cross_entropy(p, y)), says


# %% hint
# `np.where(y == 1, a, b)` takes from `a` where `y` is 1, and else from `b`.

# %% hint
# Choose the probability of the true class first; the logarithm comes after.

# %% wrong
# This adds up; a loss of twice as many samples would be twice as large.
# Take the mean.
import numpy as np


def cross_entropy(p, y):
    return -np.sum(np.log(np.where(y == 1, p, 1 - p)))


# %% wrong
# The sign is lost: this is below 0, and training would make the network
# worse to lower it.
import numpy as np


def cross_entropy(p, y):
    return np.mean(np.log(np.where(y == 1, p, 1 - p)))


# %% wrong
# Here samples of class 0 cost nothing, so saying 1 every time would be
# perfect. They cost -log(1 - p).
import numpy as np


def cross_entropy(p, y):
    return -np.mean(y * np.log(p))


# %% wrong
# This takes the probability of class 1 for every sample. If the truth was
# class 0, its probability was 1 - p.
import numpy as np


def cross_entropy(p, y):
    return -np.mean(np.log(p))
