r"""Follow the mean.

After each batch the running mean moves a little towards the mean of the batch.
Complete the line; `alpha` is the share of the *new* batch, which PyTorch
calls `momentum`.
"""

# %% grade: complete
# %% section: #running-statistics


# %% start
def updated(running, of_batch, alpha):
    return ...


# %% solution
(1 - alpha) * running + alpha * of_batch


# %% visible tests
def test_the_first_batch():
    mean = updated(0.0, 5.0, 0.1)
    says = f"From 0, a batch of mean 5 leads a tenth of the way: not {mean}."
    assert abs(mean - 0.5) < 1e-9, says


# %% hidden tests
def test_it_rests_where_all_batches_agree():
    mean = updated(5.0, 5.0, 0.1)
    assert abs(mean - 5) < 1e-9, f"From 5, mean 5 stays there: not {mean}."


def test_it_comes_near_in_the_long_run():
    mean = 0.0
    for _ in range(200):
        mean = updated(mean, 5.0, 0.1)
    says = f"After 200 batches of mean 5 it is {mean:.2f}, and not 5."
    assert abs(mean - 5) < 1e-3, says


# %% hint
# The two shares add up to 1.

# %% wrong
# The shares are swapped: this keeps a tenth of the past and follows every
# batch. In an optimiser, momentum is the share of the old; here it is not.
alpha * running + (1 - alpha) * of_batch

# %% wrong
# This adds up for ever. What is old has to lose as much as the new brings.
running + alpha * of_batch

# %% wrong
# This moves away from the batch: the way that remains is of_batch - running.
running + alpha * (running - of_batch)
