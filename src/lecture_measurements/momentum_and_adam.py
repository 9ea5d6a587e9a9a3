"""What the page on momentum and Adam claims: steps in a long valley."""

import numpy as np

from lecture_code.optimisers import SGD
from lecture_experiments.momentum_and_adam.valleys import (
    Valley,
    best_of_adam,
    descent,
    exponent,
    momentum,
    path,
    steps_of,
)
from lecture_measurements.measurement import measurement

FIVE = range(5)
CONDITION = 1000


@measurement(low=134e6, high=145e6, form="scientific", decimals=1)
def loss_beyond_the_limit() -> float:
    """Growth of the loss in many steps just beyond the limit of descent."""
    return _growth_of_loss(kept=0.0)


@measurement(low=5.63e-6, high=5.74e-6, form="scientific", decimals=1)
def loss_with_momentum_beyond_the_limit() -> float:
    """Part of the loss left after as many steps with momentum."""
    return _growth_of_loss(kept=0.9)


def _growth_of_loss(kept: float) -> float:
    valley, start = Valley(30, degrees=30), np.array([-1.5, -1.6])
    points = path(
        valley, start, lambda w: SGD(w, 0.07, momentum=kept), n_steps=100
    )
    first, last = valley.loss(points[[0, -1]])
    return float(last / first)


@measurement(low=3454, high=3454, decimals=0)
def steps_of_descent() -> float:
    """Count the steps of descent until a millionth of the loss is left."""
    return steps_of(descent, CONDITION, 0)


@measurement(low=181, high=203, decimals=0, seeds=FIVE)
def steps_of_momentum(seed: int) -> float:
    """Count those with the momentum that is best for this valley."""
    return steps_of(momentum, CONDITION, seed)


@measurement(low=122, high=164, decimals=0, seeds=FIVE)
def steps_of_adam_along_the_axes(seed: int) -> float:
    """Count those of Adam, where the valley lies along an axis."""
    return best_of_adam(Valley(CONDITION), seed)[0]


@measurement(low=573, high=629, decimals=0, seeds=FIVE)
def steps_of_adam_turned(seed: int) -> float:
    """Count those of Adam, where the valley lies between the axes."""
    return best_of_adam(Valley(CONDITION, degrees=45), seed)[0]


@measurement(low=0.992, high=1.003, decimals=2)
def exponent_of_descent() -> float:
    """Fit the power of the condition number that descent follows."""
    return exponent(descent, 0)


@measurement(low=0.543, high=0.567, decimals=2, seeds=FIVE)
def exponent_of_momentum(seed: int) -> float:
    """Fit the power that momentum follows."""
    return exponent(momentum, seed)
