r"""A nudge and a slope.

The function is $f(x) = x^3$, whose slope is $3 x^2$.
Without a calculator: about how much does `f` rise here?
"""

# %% grade: predict
# %% section: #functions-and-slopes


# %% listing
def f(x):
    return x**3


rise = f(2.01) - f(2)
print(rise)

# %% answer: within 0.005
# The slope at 2 is 3 · 2² = 12, and the nudge is 0.01: the rise is about
# 12 · 0.01 = 0.12.
rise

# %% hint
# The rise is about the slope times the nudge.

# %% wrong
# That is the slope itself, the rise for each unit of `x`. The nudge is only
# 0.01 of a unit.
12

# %% wrong
# That is the nudge. It comes out larger or smaller by the slope, here 12.
0.01

# %% wrong
# That is 3 · 0.01. The slope of a cube is 3 x², so the 2 has to be squared
# and multiplied as well.
3 * 0.01
