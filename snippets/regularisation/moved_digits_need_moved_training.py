"""A network reads moved digits if it was trained on such."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.adam import Adam
from lecture_code.augmentation import random_shifts
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.training import accuracy, train

loss = cross_entropy, d_cross_entropy
data = load_digits()
order = np.random.default_rng(0).permutation(len(data.target))
images, y = data.images[order] / 16, data.target[order]
moved = random_shifts(images[300:], 1, np.random.default_rng(1))

print("shifts in training   test   moved test")
for shifts in (False, True):
    rng = np.random.default_rng(0)
    model = MLP([64, 128, 10], "relu", rng)
    adam = Adam(model.parameters, lr=0.003)
    for _ in range(60):
        seen = images[:300]
        if shifts:  # other ones in every epoch
            seen = random_shifts(seen, 1, rng)
        train(model, *loss, adam, seen.reshape(-1, 64), y[:300], 1, 32, rng)
    found = [
        accuracy(model.forward(part.reshape(-1, 64)), y[300:])
        for part in (images[300:], moved)
    ]
    print(f"{shifts!s:19} {found[0]:.0%} {found[1]:11.0%}")
