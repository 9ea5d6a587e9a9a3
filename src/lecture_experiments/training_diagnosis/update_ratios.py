"""How far a step moves the weights, as a share of their size."""

from __future__ import annotations

from functools import cache

import numpy as np

from lecture_code.arrays import Array
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_experiments.training_diagnosis.reader import (
    BATCH_SIZE,
    N_STEPS,
    Sets,
    endless_batches,
    network,
    sets,
)

STEP_SIZES = [2.0**k for k in range(-12, 2)]
N_EARLY = 100  # steps over which a ratio is judged


@cache
def ratios_and_loss(lr: float, seed: int) -> tuple[Array, float]:
    """Train; return the ratio of each step and layer, and the last loss.

    Returns
    -------
    ratios : ndarray, shape (n_steps, 3)
    loss : float
        On the training digits.
    """
    rng = np.random.default_rng(seed)
    data = sets(rng)
    model = network(64, rng)
    optimiser = SGD(model.parameters, lr)
    batches = endless_batches(len(data.y), BATCH_SIZE, rng)
    found = []
    for _ in range(N_STEPS):
        batch = next(batches)
        part = data._replace(x=data.x[batch], y=data.y[batch])
        found.append(_step(model, part, optimiser))
    return np.array(found), cross_entropy(model.forward(data.x), data.y)


def _step(model: MLP, batch: Sets, optimiser: SGD) -> list[float]:
    """Take a step; return by which share each weight matrix moved."""
    weights = [p for p in model.parameters if p.ndim == 2]
    before = [w.copy() for w in weights]
    model.backward(d_cross_entropy(model.forward(batch.x), batch.y))
    optimiser.step(model.gradients)
    return [
        float(np.linalg.norm(w - old) / np.linalg.norm(old))
        for w, old in zip(weights, before, strict=True)
    ]


def typical_ratio(lr: float, seed: int) -> float:
    """Return the median of the first hundred steps and all layers."""
    return float(np.median(ratios_and_loss(lr, seed)[0][:N_EARLY]))


def best_step_size(seed: int) -> float:
    """Return the power of two that leaves the least loss."""
    return min(STEP_SIZES, key=lambda lr: ratios_and_loss(lr, seed)[1])
