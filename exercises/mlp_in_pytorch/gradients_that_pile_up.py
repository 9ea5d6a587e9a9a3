"""Gradients that pile up.

This is what torch does if `zero_grad()` is forgotten.
The gradient of every step is 1, the learning rate `0.1`.
Where is the weight after three steps?
"""

# %% grade: predict
# %% section: #gradients-add-up

# %% listing
weight, grad = 1.0, 0.0
for _ in range(3):
    grad = grad + 1.0  # backward() adds to what is there
    weight = weight - 0.1 * grad  # step()
print(weight)

# %% answer: within 0.01
# The gradients used are 1, then 2, then 3: the weight moves by 0.1 · 6, from 1
# to 0.4. With zero_grad() it would be at 0.7.
weight

# %% hint
# Which value has `grad` in each of the three steps?

# %% wrong
# That would be so if every step saw its own gradient. Nothing clears `grad`,
# so it grows: 1, 2, 3.
1 - 0.1 * 3

# %% wrong
# That is one step of the last gradient; the first two have moved the weight as
# well.
1 - 0.1 * 1

# %% wrong
# The minus leads against the gradient: a positive one lowers the weight.
1 + 0.1 * 6
