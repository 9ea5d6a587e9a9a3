"""The first loss.

A new network for ten classes gives every class the logit 0.
Which loss does it begin with?
"""

# %% grade: predict
# %% section: #the-first-loss

# %% listing
import numpy as np

logits = np.zeros((6, 10))
labels = np.array([3, 1, 4, 1, 5, 9])
powers = np.exp(logits)
p = powers / powers.sum(axis=1, keepdims=True)
loss = -np.mean(np.log(p[np.arange(6), labels]))
print(loss)

# %% answer: within 0.02
# Every class gets the probability 1/10, and that costs log 10, about 2.3. A
# first loss far above it says that a network is sure of what it cannot know.
loss

# %% hint
# Which probability has the true class?

# %% wrong
# A loss of 0 would mean that the true class had the probability 1. Equal
# logits share it among ten.
0

# %% wrong
# That is the probability of the true class; the loss is minus its logarithm.
0.1

# %% wrong
# That is the logarithm to the base 10. The loss takes the natural logarithm.
-np.log10(0.1)

# %% wrong
# That is the cost of guessing between two classes, log 2; here there are ten.
np.log(2)
