r"""Where the gradient starts.

The loss is the mean cross-entropy over all samples, and $p = \sigma(z)$.
Complete the line that returns $\partial L / \partial z$, one number for each
sample.
There are `n` samples.
"""

# %% grade: complete
# %% section: #find-the-gradient

# %% start
import numpy as np


def gradient_on_score(p, y, n):
    return ...


# %% solution
(p - y) / n


# %% visible tests
def test_a_right_answer_has_no_gradient():
    g = gradient_on_score(np.array([1.0, 0.0]), np.array([1, 0]), 2)
    assert np.allclose(g, 0), "Where p = y there is nothing to change."


# %% hidden tests
def test_it_agrees_with_differences():
    z, y = np.array([0.3, -1.0, 2.0]), np.array([1, 1, 0])

    def loss(z):
        p = 1 / (1 + np.exp(-z))
        return -np.mean(np.log(np.where(y == 1, p, 1 - p)))

    h = 1e-6
    nudged = [(loss(z + h * e) - loss(z - h * e)) / (2 * h) for e in np.eye(3)]
    g = gradient_on_score(1 / (1 + np.exp(-z)), y, 3)
    says = f"Differences give {np.round(nudged, 3)}, and you {np.round(g, 3)}."
    assert np.allclose(g, nudged, atol=1e-6), says


# %% hint
# For a single sample it is what was said minus what was true.

# %% hint
# The loss is a mean, so each sample counts for one $n$-th.

# %% wrong
# Right for one sample. The loss is the mean over n samples, and that divides
# every gradient by n.
p - y

# %% wrong
# The sign is turned: where p is too small, the loss falls as the score rises,
# so the gradient is negative.
(y - p) / n

# %% wrong
# The slope of the sigmoid does not appear here: the logarithm of the loss has
# cancelled it. So a sure and wrong answer still learns.
(p - y) * p * (1 - p) / n
