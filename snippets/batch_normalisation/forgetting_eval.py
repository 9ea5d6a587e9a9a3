"""WRONG on purpose: predicting in training mode."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.activations import Activation
from lecture_code.batch_norm import BatchNorm1d
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.optimisers import SGD
from lecture_code.sequential import Sequential
from lecture_code.training import accuracy, train

x, y = load_digits(return_X_y=True)
rng = np.random.default_rng(0)
layers = [
    Linear(64, 32, rng),
    BatchNorm1d(32),
    Activation("relu"),
    Linear(32, 10, rng),
]
model = Sequential(layers)
losses = cross_entropy, d_cross_entropy
samples = x[:1000] / 16, y[:1000]
optimiser = SGD(model.parameters, lr=0.2)
train(model, *losses, optimiser, *samples, 10, 50, rng)

zeros = x[1000:][y[1000:] == 0] / 16  # all show a 0
target = np.zeros(len(zeros), dtype=int)
model.eval()
right = accuracy(model.forward(zeros), target)
model.train()  # or: eval() forgotten
wrong = accuracy(model.forward(zeros), target)
print(f"zeros read with eval():    {right:.0%}")
print(f"zeros read without eval(): {wrong:.0%}")
