"""Layer normalisation where batch normalisation is at its worst."""

from __future__ import annotations

import numpy as np

from lecture_code.activations import Activation
from lecture_code.initialisers import normal
from lecture_code.layer import Layer
from lecture_code.layer_norm import LayerNorm
from lecture_code.linear import Linear
from lecture_code.sequential import Sequential
from lecture_experiments.batch_normalisation.normalised_networks import WIDTH
from lecture_experiments.batch_normalisation.normalising_by_batch import (
    accuracy_after_training,
)


def layer_normalised(seed: int, depth: int = 3) -> Sequential:
    """Return the deep network of the page, each layer normalised by sample."""
    rng, n_in = np.random.default_rng(seed), 64
    layers: list[Layer] = []
    for _ in range(depth):
        start = normal(float(np.sqrt(2 / n_in)))
        layers += [
            Linear(n_in, WIDTH, rng, start),
            LayerNorm(WIDTH),
            Activation("relu"),
        ]
        n_in = WIDTH
    return Sequential([*layers, Linear(n_in, 10, rng)])


def accuracy_by_batch_size(size: int, seed: int) -> float:
    """Return the test accuracy after five epochs with a given batch size."""
    return accuracy_after_training(layer_normalised(seed), size, seed)
