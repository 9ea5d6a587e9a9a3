"""The claims of the page on mathematics: spread, sums and curvature."""

from lecture_experiments.mathematics.draws import (
    normal_draws,
    share_within,
    variance_of_sums,
)
from lecture_experiments.mathematics.valley import (
    curvature_along,
    curvatures_and_directions,
)
from lecture_measurements.measurement import measurement

SEEDS = range(5)


@measurement(low=0.677, high=0.692, form="percent", decimals=0, seeds=SEEDS)
def within_one_deviation(seed: int) -> float:
    """Share of normal draws within a standard deviation of their mean."""
    return share_within(normal_draws(seed), 1)


@measurement(low=0.948, high=0.962, form="percent", decimals=0, seeds=SEEDS)
def within_two_deviations(seed: int) -> float:
    """Share of normal draws within two standard deviations of the mean."""
    return share_within(normal_draws(seed), 2)


@measurement(low=15.9, high=16.07, decimals=1, seeds=SEEDS)
def variance_of_a_sum(seed: int) -> float:
    """Variance of a sum of 16 independent draws of variance 1."""
    return variance_of_sums(seed)


@measurement(low=0, high=1e-8, form="bound")
def error_of_the_curvatures() -> float:
    """Relative error of eigenvalues as curvatures, from three heights."""
    pairs = zip(*curvatures_and_directions(), strict=True)
    errors = (curvature_along(v) / value - 1 for value, v in pairs)
    return max(float(abs(error)) for error in errors)
