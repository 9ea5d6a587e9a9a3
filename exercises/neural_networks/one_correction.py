"""One correction of a perceptron.

The neuron should fire for `x`, and does not.
It is corrected once by Rosenblatt's rule.
Which value has `z` for the same input afterwards?
"""

# %% grade: predict
# %% section: #learning-by-being-corrected

# %% listing
import numpy as np

w, b = np.array([1.0, -1.0]), 0.0
x, y = np.array([1.0, 2.0]), 1
said = 1 if w @ x + b >= 0 else 0

w = w + (y - said) * x
b = b + (y - said)
z = w @ x + b
print(z)

# %% answer: within 0.001
# Before, `z` was 1 - 2 = -1. The correction raises it by the squared length
# of the input, 1 + 4, and by 1 for the bias: to 5.
z

# %% hint
# Before the correction `z` is −1, so `said` is 0.

# %% hint
# The new weights are $(2, 1)$, and the new bias is 1.

# %% wrong
# That is `z` before. The neuron was wrong, so the rule changes it.
-1

# %% wrong
# The bias is corrected too, as a weight whose input is always 1.
w @ x

# %% wrong
# That is a correction the wrong way: the neuron should have fired, so the
# input is added to its weights.
-7
