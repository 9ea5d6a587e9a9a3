r"""Used in two places.

What is $\partial f / \partial x$ at $x = 2$, $y = 5$?
Go through the graph gate by gate; the listing does it by a nudge.
"""

# %% grade: predict
# %% section: #a-value-that-is-used-twice


# %% listing
def f(x, y):
    difference = x - y
    return x * difference


h = 1e-6
slope = (f(2 + h, 5) - f(2 - h, 5)) / (2 * h)
print(slope)

# %% answer: within 0.01
# Two paths lead from x to f: straight into the product, with the other factor
# 2 - 5 = -3, and through the difference, with 2 · 1. Together that is -1.
slope

# %% hint
# There are two paths from $x$ to $f$. Find the product of the slopes along
# each.

# %% wrong
# That is the direct path alone. x is also in the difference, and that path
# brings 2 more.
-3

# %% wrong
# That is the path through the difference alone. x also goes straight into the
# product, and that path brings -3.
2

# %% wrong
# The two paths add up; they are not multiplied.
-3 * 2
