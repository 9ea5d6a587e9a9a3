"""One sample alone.

The layer is in evaluation, and a single sample comes, with one feature.
What does the layer give?
"""

# %% grade: predict
# %% section: #train-time-and-test-time

# %% listing
import numpy as np

running_mean, running_var = 3.0, 4.0
gamma, beta = 1.0, 0.0
x = np.array([7.0])  # a batch of one
x_hat = (x - running_mean) / np.sqrt(running_var)
y = gamma * x_hat + beta
print(y)

# %% answer: within 0.01
# In evaluation the running statistics are used: (7 - 3) / 2 = 2, whoever else
# is in the batch.
y[0]

# %% hint
# The variance is 4. By what is the distance from the mean divided?

# %% wrong
# That would be the result with the mean of this batch, which is the sample
# itself. In evaluation no statistic of the batch is used.
0

# %% wrong
# That divides by the variance. Divide by its root, 2.
(x[0] - running_mean) / running_var

# %% wrong
# That only subtracts the mean; the distance has still to be divided by the
# standard deviation.
x[0] - running_mean
