"""WRONG: a flip keeps 0 and 8 what they are, and no 2."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.adam import Adam
from lecture_code.augmentation import flip
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.training import accuracy, train

loss = cross_entropy, d_cross_entropy
rng = np.random.default_rng(0)
data = load_digits()
order = rng.permutation(len(data.target))
images, y = data.images[order] / 16, data.target[order]
x = images.reshape(-1, 64)

model = MLP([64, 128, 10], "relu", rng)
adam = Adam(model.parameters, lr=0.003)
train(model, *loss, adam, x[:1000], y[:1000], 30, 32, rng)

print("digit  upright  flipped")
for digit in (0, 8, 2, 7):
    its = images[1000:][y[1000:] == digit]
    right = np.full(len(its), digit)
    upright, flipped = (
        accuracy(model.forward(i.reshape(-1, 64)), right)
        for i in (its, flip(its))
    )
    print(f"{digit:5} {upright:8.0%} {flipped:8.0%}")
