"""Of twenty features five matter, and some penalties find out which."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lecture_code.arrays import Array
from lecture_code.penalties import soft_threshold

N_SAMPLES, N_FEATURES, N_USED = 60, 20, 5
LR = 0.1
N_STEPS = 1000


class Problem(NamedTuple):
    """Features, targets, and the weights that made the targets.

    Attributes
    ----------
    x : ndarray, shape (n_samples, n_features)
    y : ndarray, shape (n_samples,)
    true_w : ndarray, shape (n_features,)
        The first five are not 0.
    """

    x: Array
    y: Array
    true_w: Array

    def gradient(self, w: Array) -> Array:
        """Return the gradient of the mean squared error, (n_features,)."""
        return 2 * self.x.T @ (self.x @ w - self.y) / len(self.y)


def problem(seed: int) -> Problem:
    """Draw features and noise; the true weights are the same each time."""
    rng = np.random.default_rng(seed)
    true_w = np.zeros(N_FEATURES)
    true_w[:N_USED] = [2.0, -1.5, 1.0, -0.8, 0.6]
    x = rng.normal(size=(N_SAMPLES, N_FEATURES))
    return Problem(x, x @ true_w + rng.normal(size=N_SAMPLES), true_w)


def by_l2(p: Problem, penalty: float) -> Array:
    """Minimise the mean squared error plus λ Σ w², in one go."""
    n, d = p.x.shape
    return np.linalg.solve(
        p.x.T @ p.x / n + penalty * np.eye(d), p.x.T @ p.y / n
    )


def by_proximal_steps(p: Problem, penalty: float) -> Array:
    """Minimise the mean squared error plus λ Σ |w| by proximal steps."""
    w = np.zeros(N_FEATURES)
    for _ in range(N_STEPS):
        w = soft_threshold(w - LR * p.gradient(w), LR * penalty)
    return w


def by_subgradient_steps(p: Problem, penalty: float) -> Array:
    """Minimise the same by plain steps, with the sign as a gradient."""
    w = np.zeros(N_FEATURES)
    for _ in range(N_STEPS):
        w = w - LR * (p.gradient(w) + penalty * np.sign(w))
    return w


def distance(w: Array, p: Problem) -> float:
    """Return the squared distance from the true weights."""
    return float(np.sum((w - p.true_w) ** 2))


def hover_over_jump(penalty: float, seed: int) -> float:
    """Return the median size of weights that should be 0, in units of ηλ.

    Near 0 the sign pushes a weight by ηλ, so that it jumps over.
    """
    p = problem(seed)
    zero = by_proximal_steps(p, penalty) == 0
    hovering = np.abs(by_subgradient_steps(p, penalty)[zero])
    return float(np.median(hovering) / (LR * penalty))
