r"""The scale for a ReLU layer.

Complete Kaiming's start: the *standard deviation* of the weights of a layer
with `n_in` inputs and `n_out` units.
"""

# %% grade: complete
# %% section: #kaiming-msra-initialisation-for-relu-2015

# %% start
import numpy as np


def kaiming_std(n_in, n_out):
    return ...


# %% solution
np.sqrt(2 / n_in)


# %% visible tests
def test_two_inputs():
    std = kaiming_std(2, 7)
    assert np.isclose(std, 1), f"With 2 inputs expect 1, and not {std:.3f}."


# %% hidden tests
def test_the_signal_keeps_its_size():
    rng = np.random.default_rng(0)
    h = rng.normal(size=(1000, 200))
    weight = rng.normal(size=(50, 200)) * kaiming_std(200, 50)
    out = np.maximum(0, h @ weight.T)
    ratio = np.mean(out**2) / np.mean(h**2)
    says = f"A ReLU layer multiplies the mean square by {ratio:.2f}, not by 1."
    assert 0.9 < ratio < 1.1, says


# %% hint
# The page gives the variance, $2 / D_{\text{in}}$.

# %% wrong
# That is the variance. The weights are drawn with its root, the standard
# deviation.
2 / n_in

# %% wrong
# That is Xavier's start, for tanh. A ReLU cuts off half of the signal's power,
# and the 2 makes up for it.
np.sqrt(1 / n_in)

# %% wrong
# What is added up in a sum are the products with the inputs, so their number
# counts, and not that of the units.
np.sqrt(2 / n_out)

# %% wrong
# That is Glorot's own form, a compromise of both directions for tanh. For ReLU
# the lecture takes the inputs alone.
np.sqrt(2 / (n_in + n_out))
