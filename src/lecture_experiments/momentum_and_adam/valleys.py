"""A valley with one flat and one steep direction, and three ways down.

Each way has its best settings: those of gradient descent and momentum are
known for a quadratic loss, and Adam's step size is the best of eleven.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

import numpy as np

from lecture_code.adam import Adam
from lecture_code.arrays import Array
from lecture_code.optimisers import SGD, Optimiser

LEFT = 1e-6  # the share of the first loss that is small enough
ADAM_STEPS = tuple(2.0**k for k in range(-10, 1))
MOST_STEPS = 5_000
MOST_STEPS_OF_ADAM = 2_000
Making = Callable[[Sequence[Array]], Optimiser]


@dataclass(frozen=True)
class Valley:
    """The loss wᵀ H w / 2, whose smallest curvature is 1.

    Parameters
    ----------
    condition : float
        The condition number, here the largest curvature.
    degrees : float
        By how much the flat direction is turned from the first axis.
    """

    condition: float
    degrees: float = 0

    @property
    def hessian(self) -> Array:
        """The second derivatives, (2, 2)."""
        a = radians(self.degrees)
        turn = np.array([[cos(a), -sin(a)], [sin(a), cos(a)]])
        return np.asarray(turn @ np.diag([1, self.condition]) @ turn.T)

    def loss(self, w: Array) -> Array:
        """Return the losses (...) at points (..., 2)."""
        return np.asarray(np.sum(w @ self.hessian * w, axis=-1) / 2)


def descent(valley: Valley) -> Making:
    """Gradient descent with its best step size for a quadratic."""
    return lambda w: SGD(w, 2 / (1 + valley.condition))


def momentum(valley: Valley) -> Making:
    """Momentum with its best settings for a quadratic (Polyak 1964)."""
    root = sqrt(valley.condition)
    lr, kept = 4 / (root + 1) ** 2, ((root - 1) / (root + 1)) ** 2
    return lambda w: SGD(w, lr, momentum=kept)


def adam(lr: float) -> Making:
    """Adam with its usual settings, and this step size."""
    return lambda w: Adam(w, lr)


def path(valley: Valley, start: Array, make: Making, n_steps: int) -> Array:
    """Return the points visited, (n_steps + 1, 2)."""
    w, hessian = start.copy(), valley.hessian
    optimiser, points = make([w]), [start]
    for _ in range(n_steps):
        optimiser.step([hessian @ w])
        points.append(w.copy())
    return np.stack(points)


def steps_needed(valley: Valley, points: Array) -> int:
    """Return after how many steps the loss stays small, or all there are."""
    losses = valley.loss(points)
    high = np.nonzero(losses > LEFT * losses[0])[0]
    return int(high[-1]) + 1


def start_of(seed: int, valley: Valley) -> Array:
    """Draw a start: normal along the valley and across, each as high."""
    along, across = np.random.default_rng(seed).normal(size=2)
    a = radians(valley.degrees)
    across /= sqrt(valley.condition)
    turned = (
        along * cos(a) - across * sin(a),
        along * sin(a) + across * cos(a),
    )
    return np.array(turned)


def steps_of(
    making: Callable[[Valley], Making], condition: float, seed: int
) -> float:
    """Return the steps that gradient descent or momentum needs."""
    valley = Valley(condition)
    points = path(valley, start_of(seed, valley), making(valley), MOST_STEPS)
    return float(steps_needed(valley, points))


def best_of_adam(valley: Valley, seed: int) -> tuple[int, float]:
    """Return the fewest steps of Adam, and the step size that needs them."""
    start = start_of(seed, valley)

    def needed(lr: float) -> int:
        points = path(valley, start, adam(lr), MOST_STEPS_OF_ADAM)
        return steps_needed(valley, points)

    return min((needed(lr), lr) for lr in ADAM_STEPS)


def exponent(making: Callable[[Valley], Making], seed: int) -> float:
    """Return the power of the condition number that the steps follow."""
    conditions = np.array([10.0, 100.0, 1000.0])
    steps = [steps_of(making, condition, seed) for condition in conditions]
    return float(np.polyfit(np.log(conditions), np.log(steps), 1)[0])
