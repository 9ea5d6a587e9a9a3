"""The same network from the same starts, trained by several optimisers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lecture_code.adam import Adam
from lecture_code.optimisers import SGD, Optimiser
from lecture_experiments.mlp_in_pytorch.curve_in_torch import (
    losses_of_the_twin,
)

sgd = partial(SGD, lr=0.1)
OPTIMISERS: dict[str, Callable[..., Optimiser]] = {
    "Adam": Adam,
    "SGD": SGD,
    "SGD with momentum": partial(SGD, momentum=0.9),
}
LEARNING_RATES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)


def errors(name: str, lr: float, seeds: range) -> list[float]:
    """Return the errors after trainings by one of the optimisers."""
    start = partial(OPTIMISERS[name], lr=lr)
    return [losses_of_the_twin(seed, start)[-1] for seed in seeds]
