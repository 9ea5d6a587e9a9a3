"""What does it cost to know nothing?

A network says one half for every sample.
Which loss does the last line print?
"""

# %% grade: predict
# %% section: #measure-the-loss

# %% listing
import numpy as np

p = np.array([0.5, 0.5, 0.5, 0.5])
y = np.array([1, 0, 1, 1])
of_the_truth = np.where(y == 1, p, 1 - p)
loss = np.mean(-np.log(of_the_truth))
print(loss)

# %% answer: within 0.01
# The truth had the probability one half each time, and -log 0.5 = log 2, about
# 0.69. A loss above it is worse than tossing a coin.
loss

# %% hint
# Which probability did the network give to what turned out to be true?

# %% hint
# Each sample costs $-\log \tfrac12 = \log 2$.

# %% wrong
# That is the probability. The loss is minus its logarithm.
0.5

# %% wrong
# That is the logarithm to the base 2, in bits. The loss takes the natural
# logarithm: log 2 is about 0.69.
-np.log2(0.5)

# %% wrong
# That is the sum over the four samples; the loss is their mean.
np.sum(-np.log(of_the_truth))

# %% wrong
# Logarithms of probabilities are negative, and the minus turns them into a
# cost: a loss is never below 0.
np.log(0.5)
