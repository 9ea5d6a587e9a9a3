"""A tanh is a sigmoid, twice as steep, twice as tall and centred."""

import numpy as np

from lecture_code.activations import d_sigmoid, d_tanh, sigmoid, tanh

x = np.array([-10.0, -1.0, 0.0, 1.0, 10.0])
print("equal:", np.allclose(tanh(x), 2 * sigmoid(2 * x) - 1))
print("    x  slope of tanh  of sigmoid")
for z in x:
    print(f"{z:5.0f} {d_tanh(z):14.1e} {d_sigmoid(z):11.1e}")
