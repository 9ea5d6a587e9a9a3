"""The same digits, read with a hidden layer and without one."""

from __future__ import annotations

from functools import cache

import numpy as np

from lecture_code.adam import Adam
from lecture_code.initialisers import kaiming_normal
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.training import accuracy, train
from lecture_measurements.real_data import Split, digits, split
from lecture_measurements.scaled_splits import fitted

N_UPDATES = 1200
BATCH_SIZE = 32


def network(data: Split, rng: np.random.Generator) -> MLP:
    """Train a network with 64 hidden units."""
    model = MLP([64, 64, 10], "relu", rng, kaiming_normal)
    n_batches = -(-len(data.x_train) // BATCH_SIZE)
    train(
        model,
        cross_entropy,
        d_cross_entropy,
        Adam(model.parameters, lr=0.01),
        data.x_train,
        data.y_train,
        N_UPDATES // n_batches,
        BATCH_SIZE,
        rng,
    )
    return model


@cache
def accuracies(n_train: int, n_splits: int, seed: int) -> tuple[float, float]:
    """Return the mean test accuracy without and with a hidden layer.

    Both read the same splits.
    """
    rng = np.random.default_rng(seed)
    both = []
    for _ in range(n_splits):
        data = split(digits(), n_train, rng)
        without = fitted(data).score(data.x_test, data.y_test)
        logits = network(data, rng).forward(data.x_test)
        both.append((without, accuracy(logits, data.y_test)))
    without, with_hidden = np.mean(both, axis=0)
    return float(without), float(with_hidden)
