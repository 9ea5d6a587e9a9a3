r"""The soft threshold.

L1 subtracts $\lambda$ from the size of a weight and stops at 0.
Complete $w_\text{L1}$ for a weight whose best value without a penalty is
`w0`.
"""

# %% grade: complete
# %% section: #l1-regularisation

# %% start
import numpy as np


def soft_threshold(w0, lam):
    return ...


# %% solution
np.sign(w0) * np.maximum(0, np.abs(w0) - lam)


# %% visible tests
def test_a_large_weight_loses_lambda():
    w = soft_threshold(np.array([3.0]), 1.0)
    assert np.allclose(w, 2), (
        f"From 3, with lam = 1, expect 2, and not {w[0]}."
    )


# %% hidden tests
def test_a_negative_weight_loses_as_much():
    w = soft_threshold(np.array([-3.0]), 1.0)
    assert np.allclose(w, -2), f"From -3, with lam = 1, expect -2, not {w[0]}."


def test_a_small_weight_becomes_zero():
    w = soft_threshold(np.array([0.4, -0.4]), 1.0)
    assert np.allclose(w, 0), f"From ±0.4, with lam = 1, expect 0, not {w}."


# %% hint
# Treat the size of the weight, `np.abs(w0)`, and its sign apart.

# %% wrong
# This goes on beyond 0, and a small weight comes out on the other side. L1
# stops at 0: that is where its zeros come from.
w0 - lam * np.sign(w0)

# %% wrong
# This is right for positive weights; a negative one is cut off. Shrink the
# size, and give the sign back.
np.maximum(0, w0 - lam)

# %% wrong
# That is L2: it divides, so a weight gets smaller and never 0.
w0 / (1 + 2 * lam)
