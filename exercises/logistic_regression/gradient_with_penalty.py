r"""The gradient of logistic regression.

Write `gradients(p, y, x, w, C)`, which returns $\partial L / \partial w$ and
$\partial L / \partial b$ for the loss of the page: the mean cross-entropy plus
$\lVert w \rVert^2 / (2 C N)$.
The rows of `x` are the $N$ samples, and `p` are the probabilities that the
model gives to class 1.
"""

# %% grade: write
# %% section: #what-training-makes-small

# %% start
import numpy as np


def gradients(p, y, x, w, C):
    return np.zeros_like(w), 0.0


# %% solution
import numpy as np


def gradients(p, y, x, w, C):
    n = len(y)
    return (p - y) @ x / n + w / (C * n), np.mean(p - y)


# %% visible tests
def test_one_sample_that_was_thought_too_unlikely():
    p, y, x = np.array([0.25]), np.array([1]), np.array([[2.0, 4.0]])
    d_w, d_b = gradients(p, y, x, np.zeros(2), 1.0)
    says = f"p = 0.25, y = 1, x = (2, 4): expect -1.5, -3 and -0.75; not {d_w}"
    assert np.allclose(d_w, [-1.5, -3]), says + "."
    assert np.isclose(d_b, -0.75), f"{says} and {d_b}."


# %% hidden tests
def test_it_is_a_mean_over_samples():
    p, y = np.array([0.5, 0.5, 0.9, 0.2]), np.array([1, 0, 0, 0])
    x = np.array([[1.0], [3.0], [5.0], [0.0]])
    d_w, d_b = gradients(p, y, x, np.zeros(1), 1.0)
    says = "Without weights, four samples: divide the sums by 4."
    assert np.allclose(d_w, [5.5 / 4]), says
    assert np.isclose(d_b, 1.1 / 4), says


def test_the_penalty_pulls_at_the_weights_alone():
    p, y, x = np.array([1.0, 0.0]), np.array([1, 0]), np.ones((2, 2))
    d_w, d_b = gradients(p, y, x, np.array([3.0, -6.0]), 0.5)
    says = f"Nothing is wrong, C = 0.5, N = 2: expect w itself, not {d_w}."
    assert np.allclose(d_w, [3, -6]), says
    assert np.isclose(d_b, 0), "The bias is not penalised."


# %% hint
# What was said minus what is true, times the input, as a mean over samples.

# %% hint
# The slope of $\lVert w \rVert^2 / (2 C N)$ is $w / (C N)$.

# %% wrong
# These are sums over the samples; the loss is a mean, so divide by their
# number.
import numpy as np


def gradients(p, y, x, w, C):
    return (p - y) @ x + w / (C * len(y)), np.sum(p - y)


# %% wrong
# The sign is turned: what was said minus what is true. With y - p a step
# against the gradient would lead uphill.
import numpy as np


def gradients(p, y, x, w, C):
    n = len(y)
    return (y - p) @ x / n + w / (C * n), np.mean(y - p)


# %% wrong
# A large C means a weak penalty: it divides.
import numpy as np


def gradients(p, y, x, w, C):
    n = len(y)
    return (p - y) @ x / n + C * w / n, np.mean(p - y)


# %% wrong
# The penalty has lost its N: it is divided by C and by the number of samples,
# so that more data count for more.
import numpy as np


def gradients(p, y, x, w, C):
    return (p - y) @ x / len(y) + w / C, np.mean(p - y)
