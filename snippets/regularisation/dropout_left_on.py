"""WRONG: without eval(), the same digit gets two answers."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.activations import Activation
from lecture_code.adam import Adam
from lecture_code.dropout import Dropout
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.sequential import Sequential
from lecture_code.training import accuracy, train

loss = cross_entropy, d_cross_entropy
rng = np.random.default_rng(0)
data = load_digits()
order = rng.permutation(len(data.target))
x, y = data.data[order] / 16, data.target[order]

model = Sequential(
    [
        Linear(64, 128, rng),
        Activation("relu"),
        Dropout(0.5, rng),
        Linear(128, 10, rng),
    ]
)
adam = Adam(model.parameters, lr=0.003)
train(model, *loss, adam, x[:300], y[:300], 30, 32, rng)

for name, switch in [("left on", model.train), ("evaluation", model.eval)]:
    switch()
    first, second = model.forward(x[300:]), model.forward(x[300:])
    changed = np.mean(first.argmax(1) != second.argmax(1))
    right = accuracy(first, y[300:])
    print(f"{name:10}: {right:.1%} right, {changed:.1%} change")
