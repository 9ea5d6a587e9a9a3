"""Measured claims."""

import numpy as np

from lecture_measurements.measurement import measurement


@measurement(low=0.4, high=0.6, form="percent", seeds=range(3))
def share(seed: int) -> float:
    """Share of heads."""
    return float(np.random.default_rng(seed).random(1000).mean())
