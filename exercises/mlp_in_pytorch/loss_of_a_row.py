"""A perfect prediction?

The predictions are exactly right, but the targets lie in a row.
Which loss is printed?
NumPy does here what torch does.
"""

# %% grade: predict
# %% section: #targets-in-a-row

# %% listing
import numpy as np

prediction = np.array([[1.0], [3.0]])  # (2, 1)
target = np.array([1.0, 3.0])  # (2,)
loss = np.mean((prediction - target) ** 2)
print(loss)

# %% answer: within 0.01
# The difference has the shape (2, 2): every prediction meets every target.
# Two of the four squares are 4, so the mean is 2, though all is right.
loss

# %% hint
# Which shape has `prediction - target`?

# %% wrong
# It would be 0 if each prediction met its own target. A column minus a row is
# a table, in which each meets all.
0

# %% wrong
# That is one of the squares in the table. Two of four are 4, and two are 0.
4

# %% wrong
# That is the sum of the table; the loss is its mean.
8
