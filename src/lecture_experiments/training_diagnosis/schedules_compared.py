"""Four schedules of the step size, each with the peak that suits it best.

Every batch has fresh noise on its pixels, so the gradients never come to
rest, and a constant step keeps the weights jumping about.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.optimisers import SGD
from lecture_code.schedules import (
    Schedule,
    constant,
    cosine,
    step_decay,
    warmed_up,
)
from lecture_experiments.training_diagnosis.reader import (
    Sets,
    endless_batches,
    network,
    sets,
)

N_STEPS, BATCH_SIZE, N_WARM = 500, 20, 50
NOISE = 1.0  # standard deviation, like that of the pixels
N_COPIES = 4  # of each validation digit, with noise of their own
SCHEDULES: dict[str, Schedule] = {
    "constant": constant,
    "step_decay": step_decay,
    "cosine": cosine,
    "warm_up": warmed_up(cosine, N_WARM),
}
PEAKS = [2.0**k for k in range(-6, 2)]
TUNING_SEEDS = range(20, 25)  # others than those that are reported
SHALLOW, DEEP = 2, 8  # hidden layers
LARGE = 0.5  # the peak with which the deep network is tried


@cache
def loss_after(name: str, peak: float, n_hidden: int, seed: int) -> float:
    """Train with a schedule; return the loss on noisy validation digits.

    A seed gives all schedules the same digits, weights, batches and noise.
    A loss that is no number counts as infinite.
    """
    rng = np.random.default_rng(seed)
    data = sets(rng)
    model = network(64, rng, n_hidden=n_hidden)
    optimiser = SGD(model.parameters, peak)
    batches = endless_batches(len(data.y), BATCH_SIZE, rng)
    for step in range(N_STEPS):
        optimiser.lr = peak * SCHEDULES[name](step, N_STEPS)
        batch = next(batches)
        x = data.x[batch] + rng.normal(scale=NOISE, size=(BATCH_SIZE, 64))
        model.backward(d_cross_entropy(model.forward(x), data.y[batch]))
        optimiser.step(model.gradients)
    seen = with_noise(data, np.random.default_rng([seed, 1]))
    loss = cross_entropy(model.forward(seen.x), seen.y)
    return loss if np.isfinite(loss) else np.inf


def with_noise(data: Sets, rng: np.random.Generator) -> Sets:
    """Return copies of the validation digits, each with its own noise."""
    x = np.tile(data.x_validation, (N_COPIES, 1))
    x += rng.normal(scale=NOISE, size=x.shape)
    y = np.tile(data.y_validation, N_COPIES)
    return data._replace(x=x, y=y)


@cache
def best_peak(name: str) -> float:
    """Return the power of two with the least median over other seeds."""
    medians = {
        peak: np.median(
            [loss_after(name, peak, SHALLOW, s) for s in TUNING_SEEDS]
        )
        for peak in PEAKS
    }
    return min(medians, key=lambda peak: float(medians[peak]))


def loss_at_best(name: str, seed: int) -> float:
    """Return the loss with the peak that suits a schedule best."""
    return loss_after(name, best_peak(name), SHALLOW, seed)


def deep_runs_that_train(name: str) -> int:
    """Count the runs of ten that end below 2, where guessing costs 2.3."""
    losses = [loss_after(name, LARGE, DEEP, seed) for seed in range(10)]
    return sum(loss < 2 for loss in losses)
