"""One more unit.

At first the two classes are equally likely.
Then a feature with the weight log 3 grows by one.
Which probability has class 1 now?
"""

# %% grade: predict
# %% section: #a-neuron-that-says-how-likely

# %% listing
import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


z = 0.0
weight = math.log(3)
p = sigmoid(z + weight)
print(p)

# %% answer: within 0.01
# One more unit multiplies the odds by 3: from 1 to 1 they go to 3 to 1, and
# that is a probability of 3/4.
p

# %% hint
# What are the odds before, and by what are they multiplied?

# %% wrong
# That is the odds, 3 to 1. The probability is 3 / (3 + 1).
3

# %% wrong
# A probability is not multiplied by 3, or it would go beyond 1. The odds are.
3 * 0.5

# %% wrong
# That is the logit, log 3; a sigmoid makes a probability of it.
math.log(3)

# %% wrong
# That is one to three, the odds turned round: a positive weight makes class 1
# likelier.
1 / 3
