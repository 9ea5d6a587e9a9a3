"""The slope below 0 is learned like any other weight."""

import numpy as np

from lecture_code.losses import d_mean_squared_error
from lecture_code.optimisers import SGD
from lecture_code.prelu import PReLU

x = np.random.default_rng(0).normal(size=(100, 1))
target = np.where(x > 0, x, -0.5 * x)  # wants alpha = -0.5

layer = PReLU()
sgd = SGD(layer.parameters, lr=0.5)
for step in range(13):
    if step % 3 == 0:
        print(f"step {step:2d}: alpha = {layer.alpha[0]:+.3f}")
    y = layer.forward(x)
    layer.backward(d_mean_squared_error(y, target))
    sgd.step(layer.gradients)
