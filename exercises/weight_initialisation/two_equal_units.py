"""Two equal units.

The two hidden units begin with the same weights, and so do their output
weights.
What is true after one step of gradient descent?
"""

# %% grade: predict
# %% section: #the-symmetry-problem

# %% listing
import numpy as np

x, y = np.array([0.5, -1.0]), 1.0
w1 = np.array([[0.3, 0.1], [0.3, 0.1]])  # a row for each unit
w2 = np.array([0.7, 0.7])

before = w1
h = np.tanh(w1 @ x)
d_y_hat = 2 * (w2 @ h - y)
d_h = d_y_hat * w2
d_w1 = np.outer(d_h * (1 - h**2), x)
w1 = w1 - 0.1 * d_w1
print(w1)

# %% right: both rows have changed, and are still equal
# Equal units compute the same and get the same gradient, so they stay equal
# for ever: two units do the work of one. Random weights break the symmetry.
not np.allclose(w1, before) and np.array_equal(w1[0], w1[1])

# %% hint
# Is there anything in the program in which the two rows differ?

# %% wrong: the two rows now differ
# Nothing tells the units apart: same weights, same input, same blame.
# Gradient descent cannot break the symmetry.
not np.allclose(w1[0], w1[1])

# %% wrong: nothing has changed
# Only weights of 0 on both sides would leave these without a gradient. Here
# both units learn, in step.
np.array_equal(w1, before)

# %% wrong: one row has changed, the other has not
# That would need different gradients, and both units get the same.
np.array_equal(w1[0], before[0]) != np.array_equal(w1[1], before[1])
