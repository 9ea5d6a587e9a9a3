"""Which epoch is kept?

Training stops when the validation loss has not improved for two epochs, and
goes back to the best weights.
From which epoch are they?
"""

# %% grade: predict
# %% section: #early-stopping

# %% listing
losses = [0.9, 0.7, 0.6, 0.65, 0.61, 0.5, 0.4]
patience, best, best_epoch = 2, float("inf"), -1
for epoch, loss in enumerate(losses):
    if loss < best:
        best, best_epoch = loss, epoch
    if epoch - best_epoch >= patience:
        break
print(best_epoch)

# %% answer: within 0.1
# Epoch 2 has 0.6; epochs 3 and 4 are worse, so training ends there and never
# sees the 0.4. A pause in the fall cost us the better weights: that is what
# too little patience does.
best_epoch

# %% hint
# The epochs count from 0. After which one have two passed without a new best?

# %% wrong
# That is where training stops. It then goes back to the best weights so far.
epoch

# %% wrong
# The loss would have been lowest there, but training has stopped before.
len(losses) - 1

# %% wrong
# That is the epoch after the best one; a loss of 0.65 is no improvement.
best_epoch + 1
