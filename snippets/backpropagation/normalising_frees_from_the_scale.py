"""In normalised layers, the gradient forgets how large the weights are."""

import numpy as np

from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import relu


def gradient_norm(scale, normalise, n_layers=20, width=64):
    """How much of a unit gradient reaches the input of a deep network."""
    rng = np.random.default_rng(0)
    x = h = Tensor(rng.normal(size=(32, width)))  # (n_samples, width)
    for _ in range(n_layers):
        h = h @ rng.normal(scale=scale / np.sqrt(width), size=(width, width))
        if normalise:  # each column to mean 0 and variance 1
            h = h - h.mean(0)
            h = h / ((h * h).mean(0) + 1e-5) ** 0.5
        h = relu(h)
    arriving = rng.normal(size=h.value.shape)
    h.backward(arriving / np.linalg.norm(arriving))
    return np.linalg.norm(x.grad)


for scale in (0.5, 1.4, 4.0):
    plain, normal = gradient_norm(scale, False), gradient_norm(scale, True)
    print(f"scale {scale}: plain {plain:.0e}, normalised {normal:.0f}")
