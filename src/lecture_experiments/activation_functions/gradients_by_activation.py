"""What ten layers of one activation let through of a gradient."""

from __future__ import annotations

import numpy as np

from lecture_code.arrays import Array
from lecture_code.initialisers import Initialiser
from lecture_code.mlp import MLP

WIDTH, N_SAMPLES, N_LAYERS = 64, 256, 10


def gradient_by_layer(name: str, initialiser: Initialiser, seed: int) -> Array:
    """Return the size of the gradient after 0, 1, … layers on its way back.

    Parameters
    ----------
    name : str
        Of the activation.
    initialiser : Initialiser
    seed : int
        Of the weights, the batch and the gradient that arrives.

    Returns
    -------
    ndarray, shape (N_LAYERS + 1,)
        Norms, in units of the first.
    """
    rng = np.random.default_rng(seed)
    model = MLP([WIDTH] * (N_LAYERS + 2), name, rng, initialiser)
    model.forward(rng.normal(size=(N_SAMPLES, WIDTH)))
    gradient = rng.normal(size=(N_SAMPLES, WIDTH))
    norms = [np.linalg.norm(gradient)]
    for k in range(2 * N_LAYERS - 1, 0, -2):
        linear, bend = model.layers[k - 1], model.layers[k]
        gradient = linear.backward(bend.backward(gradient))
        norms.append(np.linalg.norm(gradient))
    return np.asarray(np.array(norms) / norms[0])
