r"""Normalise a batch.

Write `normalise(x, gamma, beta, eps)` for training: every feature, a column
of `x`, is normalised by the mean and the variance of the batch, then scaled
and shifted.
"""

# %% grade: write
# %% section: #the-formula

# %% start
import numpy as np


def normalise(x, gamma, beta, eps):
    return x


# %% solution
import numpy as np


def normalise(x, gamma, beta, eps):
    x_hat = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)
    return gamma * x_hat + beta


# %% visible tests
def test_every_feature_has_mean_zero():
    x = np.array([[1.0, 50.0], [3.0, 70.0], [8.0, 90.0]])
    means = normalise(x, np.ones(2), np.zeros(2), 1e-5).mean(axis=0)
    assert np.allclose(means, 0), f"The features have the means {means}."


def test_scale_and_shift():
    x = np.array([[-1.0], [1.0]])
    y = normalise(x, np.array([2.0]), np.array([10.0]), 0.0)
    says = f"-1 and 1 with gamma = 2, beta = 10 give 8 and 12, not {y[:, 0]}."
    assert np.allclose(y, [[8], [12]]), says


# %% hidden tests
def test_it_is_the_formula():
    x = np.random.default_rng(0).normal(size=(6, 3)) * [1, 5, 20]
    y = normalise(x, np.ones(3), np.zeros(3), 0.5)
    expected = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 0.5)
    says = "It differs from the formula on random numbers with eps = 0.5."
    assert np.allclose(y, expected), says


# %% hint
# The batch lies along axis 0: there is one mean and one variance for each
# column.

# %% hint
# The constant $\epsilon$ stands under the root, and the variance has the
# divisor $m$, as `x.var(axis=0)` has.

# %% wrong
# This normalises every sample over its features: layer normalisation. Batch
# normalisation takes each feature over the samples, `axis=0`.
import numpy as np


def normalise(x, gamma, beta, eps):
    mean, var = x.mean(axis=1)[:, None], x.var(axis=1)[:, None]
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


# %% wrong
# This divides by the variance. Divide by its root, so that the result has the
# variance 1.
import numpy as np


def normalise(x, gamma, beta, eps):
    return gamma * (x - x.mean(axis=0)) / (x.var(axis=0) + eps) + beta


# %% wrong
# The constant belongs to the variance, under the root; outside it counts for
# much more where the variance is small.
import numpy as np


def normalise(x, gamma, beta, eps):
    return gamma * (x - x.mean(axis=0)) / (x.std(axis=0) + eps) + beta


# %% wrong
# This takes the variance with the divisor m - 1. That one goes into the
# running average; the batch is normalised with the divisor m.
import numpy as np


def normalise(x, gamma, beta, eps):
    var = x.var(axis=0, ddof=1)
    return gamma * (x - x.mean(axis=0)) / np.sqrt(var + eps) + beta
