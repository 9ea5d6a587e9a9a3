"""the_title: what the page claims, measured."""

from __future__ import annotations

import numpy as np

from lecture_measurements.measurement import measurement


@measurement(low=1.92, high=2.08, decimals=2, seeds=range(5))
def the_name_gain(seed: int) -> float:
    """Deviation of one draw over that of a mean of four."""
    # Each deviation is known to 0.7 %, so their quotient to 1 %; four times.
    draws = np.random.default_rng(seed).random((10_000, 4))
    return float(draws[:, 0].std() / draws.mean(axis=1).std())
