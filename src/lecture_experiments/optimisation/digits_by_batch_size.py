"""One layer learns to read 1797 digits, in steps on one, some or all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

import numpy as np

from lecture_code.arrays import Array
from lecture_code.initialisers import zeros
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.optimisers import SGD
from lecture_code.training import minibatches
from lecture_experiments.real_data import digits

TARGET = 0.2
LIMIT = 200
STEP_SIZES = [2.0**k for k in range(5, -7, -1)]


def training(
    batch_size: int | None, lr: float, seed: int
) -> Iterator[tuple[int, int, Linear]]:
    """Yield the updates made, the examples seen and the model, for ever."""
    x, y = digits()
    rng = np.random.default_rng(seed)
    model = Linear(x.shape[1], 10, rng, zeros)
    optimiser = SGD(model.parameters, lr)
    n_updates = n_seen = 0
    while True:
        for batch in minibatches(len(x), batch_size, rng):
            model.backward(d_cross_entropy(model.forward(x[batch]), y[batch]))
            optimiser.step(model.gradients)
            n_updates, n_seen = n_updates + 1, n_seen + len(batch)
            yield n_updates, n_seen, model


def loss_of(model: Linear) -> float:
    """Return the loss over all digits."""
    x, y = digits()
    return cross_entropy(model.forward(x), y)


def epochs_to_target(batch_size: int | None, lr: float, seed: int) -> float:
    """Return the epochs until the loss is below 0.2, or infinity."""
    n_samples = len(digits()[1])
    for _, n_seen, model in training(batch_size, lr, seed):
        if n_seen % n_samples == 0 and loss_of(model) < TARGET:
            return n_seen / n_samples
        if n_seen >= LIMIT * n_samples:
            break
    return float("inf")


@cache
def steady_lr(batch_size: int | None) -> float:
    """Return the largest step size that never lifts the loss by a tenth.

    It is a power of two, and watched for a hundred updates.
    """
    return next(lr for lr in STEP_SIZES if _is_steady(batch_size, lr))


def _is_steady(batch_size: int | None, lr: float) -> bool:
    run = islice(training(batch_size, lr, seed=0), 100)
    return all(loss_of(model) < 1.1 * np.log(10) for _, _, model in run)


def updates_per_epoch(batch_size: int | None) -> int:
    """Count the batches that one epoch is dealt into."""
    rng = np.random.default_rng(0)
    return sum(1 for _ in minibatches(len(digits()[1]), batch_size, rng))


def loss_curve(batch_size: int | None, n_epochs: int) -> Array:
    """Return rows of updates, epochs, loss, evenly in their logarithm."""
    n_samples = len(digits()[1])
    n_updates = n_epochs * updates_per_epoch(batch_size)
    wanted = set(np.geomspace(1, n_updates, 60).astype(int))
    run = training(batch_size, steady_lr(batch_size), seed=0)
    rows = [
        (n, n_seen / n_samples, loss_of(model))
        for n, n_seen, model in islice(run, n_updates)
        if n in wanted
    ]
    return np.array(rows)
