"""What the summary claims, measured."""

from __future__ import annotations

from lecture_experiments.summary.confidently_wrong import (
    fewest_steps,
    gradients_at,
    losses_at,
    steps_until_right,
)
from lecture_experiments.summary.digits_by_loss import accuracy_with
from lecture_measurements.measurement import measurement

FIVE = range(5)


@measurement(low=0.999859, high=0.99996, decimals=4)
def squared_error_if_sure_and_wrong() -> float:
    """Squared error behind a sigmoid at the logit −10, the target being 1."""
    return losses_at(-10.0)[0]


@measurement(low=9.994, high=10.005, decimals=2)
def cross_entropy_if_sure_and_wrong() -> float:
    """Cross-entropy at the logit −10, the target being 1."""
    return losses_at(-10.0)[1]


@measurement(low=-9.45e-05, high=-8.71e-05, form="scientific", decimals=0)
def gradient_of_squared_error_if_sure_and_wrong() -> float:
    """Gradient of the squared error on the logit −10, target 1."""
    return gradients_at(-10.0)[0]


@measurement(low=-1.005, high=-0.994, decimals=2)
def gradient_of_cross_entropy_if_sure_and_wrong() -> float:
    """Gradient of the cross-entropy on the logit −10, target 1."""
    return gradients_at(-10.0)[1]


@measurement(low=11013.7, high=11014.7, decimals=0)
def ratio_of_gradients_if_sure_and_wrong() -> float:
    """Gradient of the cross-entropy over that of the squared error."""
    squared, entropy = gradients_at(-10.0)
    return entropy / squared


@measurement(low=11, high=12, decimals=0, seeds=FIVE)
def steps_back_by_cross_entropy(seed: int) -> float:
    """Count the updates from sure and wrong to right, cross-entropy."""
    return steps_until_right(False, 0.5, seed)


@measurement(low=1140, high=1680, decimals=0, seeds=FIVE)
def steps_back_by_squared_error(seed: int) -> float:
    """Count the updates from sure and wrong to right, squared error."""
    return steps_until_right(True, 0.5, seed)


@measurement(low=1, high=1, decimals=0, seeds=FIVE)
def steps_back_by_cross_entropy_at_best(seed: int) -> float:
    """Count the same updates at the best step size, cross-entropy."""
    return fewest_steps(False, seed)


@measurement(low=8, high=11, decimals=0, seeds=FIVE)
def steps_back_by_squared_error_at_best(seed: int) -> float:
    """Count the same updates at the best step size, squared error."""
    return fewest_steps(True, seed)


@measurement(low=0.965, high=0.987, form="percent", decimals=1, seeds=FIVE)
def digits_by_cross_entropy(seed: int) -> float:
    """Test accuracy on digits of a network trained on cross-entropy."""
    return accuracy_with(False, seed)


@measurement(low=0.957, high=0.987, form="percent", decimals=1, seeds=FIVE)
def digits_by_squared_error(seed: int) -> float:
    """Test accuracy on digits of the same network on squared errors."""
    return accuracy_with(True, seed)
