"""The share of right answers.

Write `accuracy(logits, labels)`.
The logits have the shape `(n_samples, n_classes)`, the labels are the numbers
of the true classes; the network chooses the class with the largest logit.
"""

# %% grade: write
# %% section: #the-lecture-in-ten-lines

# %% start
import numpy as np


def accuracy(logits, labels):
    return 0.0


# %% solution
import numpy as np


def accuracy(logits, labels):
    return np.mean(np.argmax(logits, axis=1) == labels)


# %% visible tests
def test_two_of_three():
    logits = np.array([[2.0, 1.0], [-3.0, -1.0], [0.0, 5.0]])
    share = accuracy(logits, np.array([0, 1, 0]))
    assert np.isclose(share, 2 / 3), f"Two of three are right, not {share}."


# %% hidden tests
def test_many_classes():
    rng = np.random.default_rng(0)
    logits = rng.normal(size=(40, 5))
    labels = logits.argmax(axis=1)
    labels[:10] = (labels[:10] + 1) % 5
    share = accuracy(logits, labels)
    assert np.isclose(share, 0.75), f"30 of 40 are right, and not {share}."


def test_probabilities_below_a_half_can_be_the_largest():
    logits = np.log(np.array([[0.4, 0.3, 0.3], [0.2, 0.35, 0.45]]))
    share = accuracy(logits, np.array([0, 2]))
    says = "A class may win with a probability of 0.4, and a negative logit."
    assert np.isclose(share, 1), says


# %% hint
# `np.argmax(..., axis=1)` gives the place of the largest entry of each row.

# %% wrong
# This finds, for each class, the sample with the largest logit. The classes of
# a sample lie along `axis=1`.
import numpy as np


def accuracy(logits, labels):
    best = np.argmax(logits, axis=0)
    return np.mean(best[: len(labels)] == labels[: len(best)])


# %% wrong
# This is the number of right answers; divide by that of all samples.
import numpy as np


def accuracy(logits, labels):
    return np.sum(np.argmax(logits, axis=1) == labels)


# %% wrong
# This asks whether the logit of the true class is above 0. It only has to be
# the largest of its row.
import numpy as np


def accuracy(logits, labels):
    return np.mean(logits[np.arange(len(labels)), labels] > 0)
