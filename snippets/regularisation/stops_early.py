"""Training ends when patience does, and goes back to the best."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code.adam import Adam
from lecture_code.early_stopping import EarlyStopping
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.training import train

loss = cross_entropy, d_cross_entropy
rng = np.random.default_rng(0)
data = load_digits()
order = rng.permutation(len(data.target))
x, y = data.data[order] / 16, data.target[order]
wrong = rng.random(len(y)) < 0.2
y[wrong] = (y[wrong] + rng.integers(1, 10, size=wrong.sum())) % 10
x_val, y_val = x[300:800], y[300:800]
x, y = x[:300], y[:300]

model = MLP([64, 128, 10], "relu", rng)
adam = Adam(model.parameters, lr=0.003)
stopping = EarlyStopping(model.parameters, patience=5)
for epoch in range(1, 61):
    (train_loss,) = train(model, *loss, adam, x, y, 1, 32, rng)
    val_loss = cross_entropy(model.forward(x_val), y_val)
    if epoch % 4 == 0:
        print(f"epoch {epoch:2}: {train_loss:.2f} {val_loss:.2f}")
    if stopping.update(val_loss):
        break
stopping.restore()
print(f"stopped after {epoch}, back to {stopping.best_epoch}")
