"""The loss before the first step, over the spread of the logits."""

from __future__ import annotations

import numpy as np

from lecture_code.arrays import Array, IntArray
from lecture_code.losses import cross_entropy
from lecture_experiments.training_diagnosis.reader import (
    N_CLASSES,
    network,
    sets,
)

GUESSING = float(np.log(N_CLASSES))


def first_logits(factor: float, seed: int) -> tuple[Array, IntArray]:
    """Return the logits of a new network, its inputs times a factor."""
    rng = np.random.default_rng(seed)
    data = sets(rng)
    model = network(64, rng)
    return model.forward(factor * data.x), data.y


def spread_and_loss(factor: float, seed: int) -> tuple[float, float]:
    """Return the deviation of the logits within a sample, and the loss."""
    logits, y = first_logits(factor, seed)
    return float(logits.std(axis=1).mean()), cross_entropy(logits, y)


def loss_of_random_logits(std: float, seed: int) -> float:
    """Return the loss of logits that know nothing of the classes."""
    rng = np.random.default_rng(seed)
    logits = rng.normal(scale=std, size=(20_000, N_CLASSES))
    return cross_entropy(logits, rng.integers(N_CLASSES, size=20_000))
