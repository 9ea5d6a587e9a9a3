"""With BatchNorm, gradients over chunks do not add up."""

import numpy as np

from lecture_code.batch_norm import BatchNorm1d
from lecture_code.linear import Linear
from lecture_code.losses import d_mean_squared_error
from lecture_code.sequential import Sequential

rng = np.random.default_rng(0)
x, y = rng.normal(size=(64, 3)), rng.normal(size=(64, 2))


def gradient(model, x, y):
    """Return the gradient on the weights."""
    d_loss = d_mean_squared_error(model.forward(x), y)
    model.backward(d_loss)
    return model.gradients[0]


for norm in ([], [BatchNorm1d(2)]):
    model = Sequential([Linear(3, 2, rng), *norm])
    whole = gradient(model, x, y)
    first = gradient(model, x[:32], y[:32])
    second = gradient(model, x[32:], y[32:])
    same = np.allclose(whole, (first + second) / 2)
    print(f"BatchNorm {bool(norm)!s:5}: same {same}")
