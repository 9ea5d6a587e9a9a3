"""the_title: what the page claims, measured."""

from __future__ import annotations

import numpy as np

from lecture_measurements.measurement import measurement


@measurement(
    low=0.1212, high=0.1309, form="percent", decimals=1, seeds=range(5)
)
def the_name(seed: int) -> float:
    """Share of ten thousand pairs of draws whose sum is below one half."""
    pairs = np.random.default_rng(seed).random((10_000, 2))
    return float(np.mean(pairs.sum(axis=1) < 0.5))
