"""The gradient of the penalty pulls every weight to 0."""

import numpy as np

from lecture_code.linear import Linear
from lecture_code.losses import d_mean_squared_error, mean_squared_error
from lecture_code.optimisers import SGD
from lecture_code.penalties import d_l2_penalty

rng = np.random.default_rng(0)
x = rng.normal(size=(60, 20))
true_w = np.array([2, -1.5, 1, -0.8, 0.6] + [0] * 15)
y = (x @ true_w + rng.normal(size=60))[:, None]

for penalty in (0, 0.1, 1):
    model = Linear(20, 1, np.random.default_rng(1))
    optimiser = SGD(model.parameters, lr=0.1)
    for _ in range(1000):
        output = model.forward(x)
        model.backward(d_mean_squared_error(output, y))
        (d_penalty,) = d_l2_penalty([model.weight], penalty)
        d_w, d_b = model.gradients
        optimiser.step([d_w + d_penalty, d_b])
    norm = np.linalg.norm(model.weight)
    loss = mean_squared_error(model.forward(x), y)
    print(f"λ = {penalty:3}: norm {norm:.2f}, loss {loss:.2f}")
