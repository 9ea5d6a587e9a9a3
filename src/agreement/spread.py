"""How far a median over seeds may move, and which bounds follow.

Steady results move by less than what is displayed when another processor
adds in another order; so the median may move by half a unit in the last
displayed place. Chaotic ones are multiplied by training until each
arithmetic is a draw of its own. There the n recorded values are a sample,
and the next machine's n values are another one from the same distribution:

- the difference of the two medians has the standard error
  √2 · 1.2533 · s / √n (the median's is √(π/2) = 1.2533 times the mean's,
  Stuart and Ord 1994, section 10.12), where s is the standard deviation;
- the next value lies within mean ± t · s · √(1 + 1/n).

As s is estimated from n values too, the factor t is Student's, for the rate
of false alarms below, with n − 1 degrees of freedom.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

FALSE_ALARMS = 1e-6  # chance in one run that a true result is refused
OF_A_MEDIAN = math.sqrt(2) * math.sqrt(math.pi / 2)
SLACK = 0.1  # of the width, that rounding bounds outward may add


def shift_of_chaotic_median(values: Sequence[float]) -> float:
    """Return how far the median of a chaotic result may move.

    Parameters
    ----------
    values : sequence of float, length n >= 2
        The recorded value of each seed.
    """
    n = len(values)
    factor = student_t(FALSE_ALARMS, n - 1)
    return factor * OF_A_MEDIAN * statistics.stdev(values) / math.sqrt(n)


def range_of_chaotic_values(values: Sequence[float]) -> tuple[float, float]:
    """Return between which bounds all values of the next run lie.

    Each of the n values may raise a false alarm, so each has an n-th of
    the rate.
    """
    n = len(values)
    factor = student_t(FALSE_ALARMS / n, n - 1)
    reach = factor * statistics.stdev(values) * math.sqrt(1 + 1 / n)
    middle = statistics.fmean(values)
    return middle - reach, middle + reach


def student_t(chance: float, degrees: int) -> float:
    """Return how far out Student's t lies with a two-sided chance."""
    from scipy.stats import t  # a second to load, and needed by few

    return float(t.isf(chance / 2, degrees))


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
