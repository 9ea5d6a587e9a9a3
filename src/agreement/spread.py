"""How far a median over seeds may move, and which bounds follow.

Most results move by less than what is displayed when another processor adds
in another order. Where training multiplies what is rounded, a result states
its noise ν: the standard deviation of what one seed's value changes from one
arithmetic to another. With n seeds whose values have the standard deviation
s, and a false alarm in one of a million runs, it follows that

- a value stays within z ν of the recorded one, z being the normal quantile
  for an n-th of that rate on either side;
- the median moves by less than z σ. To move it by δ, more values must cross
  it in one direction than in the other by n f δ, where f = 1 / (s √(2π)) is
  the density of the values there. Each value x crosses the median m with the
  chance Φ(-|x - m| / ν), so the difference has the variance n f ν / √π, and
  σ = √(ν s √2 / n). If the values lie further apart than that, the median
  moves with the value that it is, and σ = ν.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

FALSE_ALARMS = 1e-6  # chance in one run that a true result is refused
SLACK = 0.1  # of the width, that rounding bounds outward may add


def shift_of_median(noise: float, values: Sequence[float]) -> float:
    """Return how far the median of values with noise may move.

    Parameters
    ----------
    noise : float
        Standard deviation of the change of one value.
    values : sequence of float
        As recorded, one for each seed.
    """
    sigma = noise
    if len(values) > 1:
        apart = math.hypot(statistics.stdev(values), noise)
        crossing = math.sqrt(noise * apart * math.sqrt(2) / len(values))
        sigma = min(noise, crossing)
    return _quantile(FALSE_ALARMS) * sigma


def reach_of_values(noise: float, n_values: int) -> float:
    """Return how far any of several values with noise may move."""
    return _quantile(FALSE_ALARMS / n_values) * noise


def _quantile(chance: float) -> float:
    """Return how far out a standard normal lies, on either side."""
    return -statistics.NormalDist().inv_cdf(chance / 2)


def rounded_outward(low: float, high: float) -> tuple[float, float]:
    """Return bounds of few digits that hold these, and not much more."""
    width = high - low
    if width <= 0:
        return low, high
    step = 10.0 ** math.floor(math.log10(width * SLACK))
    digits = max(0, -math.floor(math.log10(step)))
    return (
        round(math.floor(low / step) * step, digits),
        round(math.ceil(high / step) * step, digits),
    )
