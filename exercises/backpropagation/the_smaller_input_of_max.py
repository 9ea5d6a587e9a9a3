r"""The smaller input of a max.

What is $\partial f / \partial a$ at $a = 2$, $b = 5$, $c = 3$?
The listing finds it by a nudge.
"""

# %% grade: predict
# %% section: #each-gate-alone


# %% listing
def f(a, b, c):
    return max(a, b) * c


slope = (f(2.001, 5, 3) - f(2, 5, 3)) / 0.001
print(slope)

# %% answer: within 0.01
# The max gate is a switch: it passes the gradient 3 to the larger input, b,
# and nothing to a.
slope

# %% hint
# Which of the two inputs does the max give on? Does a small nudge to the
# other one change that?

# %% wrong
# That is what arrives at the gate from above, and what b receives; a is not
# passed on.
3

# %% wrong
# That shares the gradient equally. Only a tie is shared in our engine; a sum
# would give all of it to both.
3 / 2

# %% wrong
# A product swaps its inputs, but here it multiplies max(a, b), which is b.
# What a is does not matter.
2 * 3
