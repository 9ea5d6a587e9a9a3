"""Adam's first step.

The gradient is huge.
How long is the first step?
"""

# %% grade: predict
# %% section: #adam

# %% listing
g, eta = 1000.0, 0.1
m = (1 - 0.9) * g
v = (1 - 0.999) * g**2
m_hat = m / (1 - 0.9)
v_hat = v / (1 - 0.999)
step = eta * m_hat / (v_hat**0.5 + 1e-8)
print(step)

# %% answer: within 0.005
# The corrections undo the factors: `m_hat` is g, the root of `v_hat` is the
# size of g, and their ratio is 1. The first step has the length eta, whatever
# the gradient.
step

# %% hint
# What is left of $\hat m$ and $\hat v$ when the factors cancel?

# %% wrong
# That is the step of gradient descent, eta times g. Adam divides by the size
# of the gradient, so its unit cancels.
eta * g

# %% wrong
# That is the step without the two corrections: both means begin near 0, the
# squares even nearer, so the quotient would be too large.
eta * m / v**0.5

# %% wrong
# That corrects only the squares. The mean of the gradients began at 0 as well.
eta * m / v_hat**0.5
