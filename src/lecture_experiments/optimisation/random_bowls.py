"""Bowls in any number of dimensions, and how far one gets down in them.

A bowl is the mean squared error of a linear model without noise, so that the
smallest loss is 0. A budget is counted in evaluations of the loss; a
gradient is charged like three of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lecture_code.arrays import Array
from lecture_code.gradient_check import forward_difference
from lecture_code.optimisers import gradient_descent, random_search

BUDGET = 300
GRADIENT_COSTS = 3
LR = 0.2
SCALES = (0.01, 0.03, 0.1, 0.3, 1.0)


@dataclass(frozen=True)
class Bowl:
    """The loss (w − w*)ᵀ H (w − w*) / 2 with its minimum at ``best``."""

    hessian: Array
    best: Array
    start: Array

    def loss(self, w: Array) -> float:
        """Return the loss at a point (n_dims,)."""
        return float((w - self.best) @ self.hessian @ (w - self.best) / 2)

    def gradient(self, w: Array) -> Array:
        """Return the gradient at a point, (n_dims,)."""
        return self.hessian @ (w - self.best)

    def left(self, path: Array) -> float:
        """Return the share of the first loss that the last point has."""
        return self.loss(path[-1]) / self.loss(self.start)


def random_bowl(n_dims: int, rng: np.random.Generator) -> Bowl:
    """Draw a linear problem with four samples per weight, and a start."""
    x = rng.normal(size=(4 * n_dims, n_dims))
    best = rng.normal(size=n_dims)
    start = best + rng.normal(size=n_dims)
    return Bowl(2 * x.T @ x / len(x), best, start)


def left_by_random_search(n_dims: int, seed: int) -> float:
    """Search at random, with the best of five step sizes."""
    rng = np.random.default_rng(seed)
    bowl = random_bowl(n_dims, rng)
    return min(
        bowl.left(random_search(bowl.loss, bowl.start, BUDGET, scale, rng))
        for scale in SCALES
    )


def left_by_gradient_descent(n_dims: int, seed: int) -> float:
    """Follow the analytic gradient."""
    bowl = random_bowl(n_dims, np.random.default_rng(seed))
    n_steps = BUDGET // GRADIENT_COSTS
    return bowl.left(gradient_descent(bowl.gradient, bowl.start, LR, n_steps))


def left_by_differences(n_dims: int, seed: int) -> float:
    """Follow a gradient that costs one evaluation per weight and one more."""
    bowl = random_bowl(n_dims, np.random.default_rng(seed))
    n_steps = BUDGET // (n_dims + 1)

    def gradient(w: Array) -> Array:
        return forward_difference(bowl.loss, w)

    if n_steps == 0:
        return 1.0
    return bowl.left(gradient_descent(gradient, bowl.start, LR, n_steps))


def largest_stable_step(bowl: Bowl) -> float:
    """Find by trying the step size from which the loss grows."""
    stable, unstable = 0.0, 1e-3
    while not _grows(bowl, unstable):
        stable, unstable = unstable, 2 * unstable
    for _ in range(20):
        middle = (stable + unstable) / 2
        if _grows(bowl, middle):
            unstable = middle
        else:
            stable = middle
    return stable


def _grows(bowl: Bowl, lr: float) -> bool:
    """Tell whether the loss, once it is no rounding error, still rises."""
    path = gradient_descent(bowl.gradient, bowl.start, lr, 1000)
    if not np.abs(path[-1]).max() < 1e100:
        return True
    before, after = bowl.left(path[:-200]), bowl.left(path)
    return after > max(before, 1e-20)
