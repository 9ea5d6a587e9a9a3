"""Training rises, validation stalls: add decay and dropout."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.activations import Activation
from lecture_code.adam import AdamW
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
wrong = rng.random(len(y)) < 0.2
y[wrong] = (y[wrong] + rng.integers(1, 10, size=wrong.sum())) % 10

for decay, p in [(0, 0), (1, 0.5)]:
    rng = np.random.default_rng(0)
    model = Sequential(
        [
            Linear(64, 128, rng),
            Activation("relu"),
            Dropout(p, rng),
            Linear(128, 10, rng),
        ]
    )
    adam = AdamW(model.parameters, 0.003, weight_decay=decay)
    print(f"λ = {decay}, p = {p}")
    for more, done in [(10, 10), (20, 30), (30, 60)]:
        train(model, *loss, adam, x[:300], y[:300], more, 32, rng)
        seen = accuracy(model.forward(x[:300]), y[:300])
        new = accuracy(model.forward(x[300:800]), y[300:800])
        print(f"  {done} epochs: training {seen:.0%}, validation {new:.0%}")
