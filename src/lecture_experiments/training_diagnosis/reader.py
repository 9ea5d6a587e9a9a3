"""A small network that reads digits: what the whole page makes fail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from lecture_code.arrays import Array, IntArray
from lecture_code.initialisers import Initialiser, kaiming_normal
from lecture_code.mlp import MLP
from lecture_code.training import minibatches
from lecture_experiments.real_data import digits, split

N_TRAIN, N_VALIDATION, N_CLASSES = 1000, 500, 10
LR, BATCH_SIZE, N_STEPS = 0.1, 50, 400


class Sets(NamedTuple):
    """Digits to learn from, and others to look at meanwhile.

    Attributes
    ----------
    x, x_validation : ndarray, shape (n_samples, 64)
        All pixels shifted and scaled alike, to mean 0 and variance 1.
    y, y_validation : ndarray of int, shape (n_samples,)
    """

    x: Array
    y: IntArray
    x_validation: Array
    y_validation: IntArray


def sets(rng: np.random.Generator) -> Sets:
    """Draw 1000 digits to learn from and 500 others."""
    data = split(digits(), N_TRAIN, rng)
    mean, std = data.x_train.mean(), data.x_train.std()
    return Sets(
        (data.x_train - mean) / std,
        data.y_train,
        (data.x_test[:N_VALIDATION] - mean) / std,
        data.y_test[:N_VALIDATION],
    )


def network(
    n_in: int,
    rng: np.random.Generator,
    start: Initialiser = kaiming_normal,
    n_hidden: int = 2,
) -> MLP:
    """Return hidden layers of 64 units, and ten outputs."""
    return MLP([n_in, *[64] * n_hidden, N_CLASSES], "relu", rng, start)


def endless_batches(
    n_samples: int, batch_size: int, rng: np.random.Generator
) -> Iterator[IntArray]:
    """Deal epoch after epoch, each in an order of its own."""
    while True:
        yield from minibatches(n_samples, batch_size, rng)
