r"""The slope from both sides.

Complete the central difference of a function `f` at `x` with the step `h`.
"""

# %% grade: complete
# %% section: #numerical-and-analytic-gradient


# %% start
def central_difference(f, x, h):
    return ...


# %% solution
(f(x + h) - f(x - h)) / (2 * h)


# %% visible tests
def test_a_straight_line():
    slope = central_difference(lambda x: 3 * x + 1, 2.0, 0.1)
    assert abs(slope - 3) < 1e-9, f"The line has the slope 3, not {slope:.3f}."


# %% hidden tests
def test_a_parabola_is_exact():
    slope = central_difference(lambda x: x**2, 3.0, 0.1)
    says = f"On a parabola it has no error: expect 6, and not {slope:.3f}."
    assert abs(slope - 6) < 1e-9, says


# %% hint
# Go from $x - h$ to $x + h$: by how much does `f` rise, and over which length?

# %% wrong
# From x - h to x + h the way is 2 h long, so divide by that.
(f(x + h) - f(x - h)) / h

# %% wrong
# That is the forward difference, from one side only. On a parabola it is off
# by `h`, where the central one has no error.
(f(x + h) - f(x)) / h

# %% wrong
# Python reads / 2 * h as a half, times h. Put 2 * h in parentheses.
(f(x + h) - f(x - h)) / 2 * h
