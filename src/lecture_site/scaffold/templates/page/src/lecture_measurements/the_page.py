"""the_title: what the page claims, measured."""

from __future__ import annotations

from lecture_experiments.the_page.means import deviation_of_means
from lecture_measurements.measurement import measurement


@measurement(low=3.93, high=4.11, decimals=1, seeds=range(5))
def gain_of_sixteen_draws(seed: int) -> float:
    """Deviation of one draw over that of a mean of sixteen."""
    return deviation_of_means(1, seed) / deviation_of_means(16, seed)
