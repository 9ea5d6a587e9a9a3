r"""Back through a ReLU.

The gradient `d_h` on the outputs of ReLUs arrives, and `z` is what they read.
Complete the line that returns the gradient on `z`.
At 0 the slope is 0, as on the page.
"""

# %% grade: complete
# %% section: #relu

# %% start
import numpy as np


def back_through_relu(d_h, z):
    return ...


# %% solution
d_h * (z > 0)


# %% visible tests
def test_what_is_passed_on_comes_back_in_full():
    d_z = back_through_relu(np.array([2.0, -2.0]), np.array([1.0, 3.0]))
    says = f"Where z is positive the gradient passes unchanged; not {d_z}."
    assert np.allclose(d_z, [2, -2]), says


# %% hidden tests
def test_what_is_cut_off_gets_none():
    d_z = back_through_relu(np.array([2.0, -2.0]), np.array([-1.0, -3.0]))
    says = f"Where z is negative nothing comes back; not {d_z}."
    assert np.allclose(d_z, 0), says


def test_at_zero_the_slope_is_zero():
    d_z = back_through_relu(np.array([5.0]), np.array([0.0]))
    assert np.allclose(d_z, 0), "At z = 0 the slope is taken as 0."


# %% hint
# The slope is 1 where `z` is positive, and else 0.

# %% wrong
# This looks at the sign of the gradient, which may be negative and still pass.
# What decides is what the unit read, `z`.
d_h * (d_h > 0)

# %% wrong
# This multiplies by the output of the ReLU. The chain rule asks for its slope,
# which is 1 there, however large `z` is.
d_h * np.maximum(0, z)

# %% wrong
# This has the slope 1 at 0 as well; the lecture and PyTorch take 0, so that a
# unit that outputs 0 learns nothing.
d_h * (z >= 0)
