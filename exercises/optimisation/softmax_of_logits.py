r"""Softmax that does not overflow.

Write `softmax(logits)`.
It gets an array of shape `(n_samples, n_classes)` and returns the
probabilities of each sample, of the same shape:
$p_k = e^{z_k} / \sum_j e^{z_j}$ in each row.
Logits may be as large as $1000$.
"""

# %% grade: write
# %% section: #loss-and-goal

# %% start
import numpy as np


def softmax(logits):
    return logits


# %% solution
import numpy as np


def softmax(logits):
    shifted = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1, keepdims=True)


# %% visible tests
def test_each_row_sums_to_one():
    p = softmax(np.array([[0.0, 1.0, 2.0], [3.0, 3.0, 3.0]]))
    says = f"The rows sum to {p.sum(axis=-1)}; each should sum to 1."
    assert np.allclose(p.sum(axis=-1), [1, 1]), says


def test_equal_logits_share_equally():
    p = softmax(np.zeros((2, 4)))
    assert np.allclose(p, 0.25), "Four equal logits should give 0.25 each."


# %% hidden tests
def test_it_is_the_formula():
    z = np.random.default_rng(0).normal(size=(5, 3))
    e = np.exp(z)
    says = "The probabilities differ from the formula on random logits."
    assert np.allclose(softmax(z), e / e.sum(axis=1, keepdims=True)), says


def test_large_logits_do_not_overflow():
    p = softmax(np.array([[1000.0, 1000.0], [-1000.0, 0.0]]))
    says = "Logits of 1000 should give probabilities, and not nan."
    assert np.allclose(p, [[0.5, 0.5], [0.0, 1.0]]), says


# %% hint
# Sum along the classes, `axis=1`, and keep that axis: `keepdims=True`.

# %% hint
# Adding a number to all logits of a row changes no probability.
# Which number keeps `np.exp` from overflowing?

# %% wrong
# Right for small logits, but the exponential of 1000 is infinite, and
# infinity over infinity is nan: subtract the largest logit of each row first.
import numpy as np


def softmax(logits):
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)


# %% wrong
# This sums over everything; the probabilities of each sample, one row, have
# to sum to 1, so sum along `axis=1`.
import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()


# %% wrong
# This sums down the columns, over the samples; classes lie along `axis=1`.
import numpy as np


def softmax(logits):
    shifted = logits - logits.max(axis=0)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=0)
