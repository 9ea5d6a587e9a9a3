"""Three sigmoids in a row.

A gradient of 1 goes back through three sigmoids that all read 0, where their
slope is largest.
All weights are 1.
What is left of it?
"""

# %% grade: predict
# %% section: #saturated-units-kill-the-gradient

# %% listing
import math

gradient = 1.0
for z in [0.0, 0.0, 0.0]:
    p = 1 / (1 + math.exp(-z))
    gradient = gradient * p * (1 - p)
print(gradient)

# %% answer: within 0.002
# Each slope is 1/4, and slopes along a chain multiply: 1/64, about 0.016.
# That is the best that sigmoids can do.
gradient

# %% hint
# How large is `p * (1 - p)` at 0?

# %% wrong
# That multiplies the outputs, which are 1/2. The gradient is multiplied by the
# slopes, p · (1 - p) = 1/4.
0.5**3

# %% wrong
# That is one sigmoid. Each of the three takes a quarter of what is left.
0.25

# %% wrong
# That adds the three slopes up. Along a chain they multiply.
3 * 0.25
