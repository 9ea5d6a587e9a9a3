"""A step up and the same step down, two units in all, make a bump."""

import numpy as np

from lecture_code import plot
from lecture_code.approximation import bump, one_hidden_layer

w, b, v = bump(left=0.3, right=0.6, height=2.0, steepness=200.0)
print("w =", w, " v =", v)  # each (2,)
print("b =", b)

x = np.array([0.0, 0.2, 0.35, 0.45, 0.55, 0.7, 1.0])
print("x =", x)
print("F =", np.round(one_hidden_layer(x, w, b, v), 2))

x = np.linspace(0.0, 1.0, 201)
plot.curves({"F": one_hidden_layer(x, w, b, v)}, x, x_label="x", y_label="F")
