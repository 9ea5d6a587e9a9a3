"""A column minus a row.

The predictions have the shape $(n, 1)$, the targets the shape $(n)$.
Which shape has `error`?
"""

# %% grade: predict
# %% section: #vectors-matrices-and-shapes

# %% listing
import numpy as np

prediction = np.zeros((4, 1))
target = np.zeros(4)
error = prediction - target
print(error.shape)

# %% right: (4, 4)
# NumPy lines up shapes from the right: (4, 1) with (1, 4). Both are stretched,
# so every prediction meets every target.
error.shape == (4, 4)

# %% hint
# Shapes are lined up from the right, and an axis of length 1 is repeated.

# %% wrong: (4, 1)
# The target has no second axis, so it is read as a row, (1, 4), and not as
# a column.
error.shape == (4, 1)

# %% wrong: (4,)
# No axis is dropped: the result has as many axes as the longer shape, two.
error.shape == (4,)

# %% wrong: an error is raised
# That would be good luck. An axis of length 1 fits every other, so NumPy
# stretches it and says nothing.
not isinstance(error, np.ndarray)
