"""One random layer is enough to make equal units different."""

import numpy as np

from lecture_code.activations import Activation
from lecture_code.initialisers import zeros
from lecture_code.linear import Linear
from lecture_code.sequential import Sequential

rng = np.random.default_rng(0)
hidden = Linear(3, 4, rng, zeros)
model = Sequential([hidden, Activation("tanh"), Linear(4, 1, rng)])
x = rng.normal(size=(20, 3))
model.forward(x)
model.backward(np.ones((20, 1)))
d_w = hidden.d_loss_d_weight  # (4, 3)
print("rows of the hidden layer's gradient:")
print(d_w.round(2))
