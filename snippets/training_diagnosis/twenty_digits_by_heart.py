"""Twenty digits, many weights: the loss must go to 0."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code import plot
from lecture_code.initialisers import kaiming_normal
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD

pixels, y = load_digits(return_X_y=True)
x, y = (pixels[:20] - pixels.mean()) / pixels.std(), y[:20]
rng = np.random.default_rng(0)
model = MLP([64, 64, 64, 10], "relu", rng, kaiming_normal)
optimiser, losses = SGD(model.parameters, lr=0.1), []
for step in range(301):
    logits = model.forward(x)
    losses.append(cross_entropy(logits, y))
    if step % 100 == 0:
        print(f"step {step:3}: loss {losses[-1]:.3f}")
    model.backward(d_cross_entropy(logits, y))
    optimiser.step(model.gradients)
plot.curves({"loss": losses}, x_label="step", y_label="loss", log_y=True)
