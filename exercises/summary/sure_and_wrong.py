r"""Sure and wrong.

The target is 1, and the network answers with the logit $-10$: sure, and
wrong.
How large is the gradient of the cross-entropy on the logit?
"""

# %% grade: predict
# %% section: #loss-functions

# %% listing
import math


def cross_entropy(z):
    p = 1 / (1 + math.exp(-z))
    return -math.log(p)


h = 1e-5
gradient = (cross_entropy(-10 + h) - cross_entropy(-10 - h)) / (2 * h)
print(gradient)

# %% answer: within 0.01
# It is p - 1 with p almost 0: nearly -1, as large as it can get. The more
# wrong, the louder it speaks.
round(gradient, 6)

# %% hint
# For a target of 1 the gradient on the logit is $p - 1$.

# %% wrong
# That is how the squared error whispers: its gradient has the slope of the
# sigmoid as a factor, which is almost 0 here. The logarithm cancels it.
0

# %% wrong
# The target is 1, so the loss falls as the logit rises, and the gradient is
# negative.
1

# %% wrong
# That is the logit, and about minus the loss. The slope of the loss is p - 1.
-10
