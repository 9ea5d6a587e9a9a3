"""A step size need not stay the same: long strides first, small steps last.

Far from the floor of the valley a long step gains most. Near it, what chance
does to a step matters more than its length, so the steps become small.
"""

import math
from collections.abc import Callable
from typing import TypeAlias

from lecture_code.arrays import as_count

Schedule: TypeAlias = Callable[[int, int], float]
"""From (step, n_steps) to the share of the peak, 0 to 1."""


def _done(step: int, n_steps: int) -> float:
    """Return which share of the steps is over."""
    step, n_steps = as_count("step", step, 0), as_count("n_steps", n_steps)
    if step >= n_steps:
        raise ValueError(
            f"steps count from 0 to {n_steps - 1} here, got {step}"
        )
    return step / n_steps


# --8<-- [start:schedules]
def constant(step: int, n_steps: int) -> float:
    """Return 1: all steps are alike."""
    _done(step, n_steps)
    return 1.0


def step_decay(step: int, n_steps: int) -> float:
    """Return 1, after half of the steps 0.1, after three quarters 0.01."""
    done = _done(step, n_steps)
    return 0.1 ** ((done >= 1 / 2) + (done >= 3 / 4))


def cosine(step: int, n_steps: int) -> float:
    """Return half a wave of a cosine: from 1 down to nearly 0."""
    return (1 + math.cos(math.pi * _done(step, n_steps))) / 2


def warmed_up(schedule: Schedule, n_warm: int) -> Schedule:
    """Return a schedule that first climbs to the peak, in n_warm steps."""
    n_warm = as_count("n_warm", n_warm)

    def share(step: int, n_steps: int) -> float:
        if step < n_warm:
            return (step + 1) / n_warm
        return schedule(step - n_warm, n_steps - n_warm)

    return share


# --8<-- [end:schedules]
