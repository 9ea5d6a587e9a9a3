"""Four lines of matrix algebra are the backward pass of a whole layer."""

import numpy as np

from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import tanh

rng = np.random.default_rng(0)
x = Tensor(rng.normal(size=(5, 3)))  # (n_samples, n_in)
w = Tensor(rng.normal(size=(2, 3)))  # (n_out, n_in)
b = Tensor(rng.normal(size=2))  # (n_out,)
d_h = rng.normal(size=(5, 2))  # what the next layer hands down

h = tanh(x @ w.T + b)  # (n_samples, n_out)
h.backward(d_h)  # the engine walks the graph

d_z = d_h * (1.0 - h.value**2)  # (n_samples, n_out)
d_w = d_z.T @ x.value  # (n_out, n_in)
d_b = d_z.sum(axis=0)  # (n_out,)
d_x = d_z @ w.value  # (n_samples, n_in)

for name, ours, tensor in (("W", d_w, w), ("b", d_b, b), ("X", d_x, x)):
    equal = np.allclose(ours, tensor.grad, rtol=1e-12)
    print(f"{name}: shape {ours.shape}, as the engine: {equal}")
