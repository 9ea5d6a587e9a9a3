"""Twice the curvature.

Gradient descent on the parabola $L(w) = 2 w^2$, from $w = 1$.
Which value has `w` after three steps?
"""

# %% grade: predict
# %% section: #the-step-size

# %% listing
w = 1.0
for _ in range(3):
    slope = 4 * w
    w = w - 0.5 * slope
print(w)

# %% answer: within 0.001
# Each step multiplies `w` by 1 - 0.5 · 4 = -1: at exactly two over the
# curvature the path jumps from side to side for ever.
w

# %% hint
# By which factor does one step multiply `w`?

# %% wrong
# Two steps lead back to 1, and the third to the other side again.
-w

# %% wrong
# That would need a step of 0.25, one over the curvature. Here the step is
# twice as long and overshoots.
w - w

# %% wrong
# That adds the steps: each multiplies `w` by 3, uphill. A step goes against
# the slope.
27
