"""Inputs of one sign tie the weights of a unit together."""

from __future__ import annotations

import numpy as np

from lecture_code.activations import sigmoid, tanh
from lecture_code.arrays import Array, overflow_is_inf

D = 4
N_DRAWS = 4000
N_WALKS, N_STEPS = 21, 400
START, GOAL = np.array([-1.0, 1.0]), np.array([1.0, -1.0])
STEP_SIZES = tuple(2.0**k for k in range(-2, 4))


def share_of_equal_signs(centred: bool, batch_size: int, seed: int) -> float:
    """Return how often all gradients on the weights of a unit agree in sign.

    Parameters
    ----------
    centred : bool
        Whether the inputs come from tanh, or from a sigmoid.
    batch_size : int
        The gradients are summed over so many samples, whose gradients on
        the unit are normal numbers with mean 0.
    seed : int
    """
    rng = np.random.default_rng(seed)
    z = rng.normal(size=(N_DRAWS, batch_size, D))
    x = tanh(z) if centred else sigmoid(z)
    blame = rng.normal(size=(N_DRAWS, batch_size, 1))
    gradients = (blame * x).sum(axis=1)  # (n_draws, d)
    positive = gradients > 0
    return float(np.mean(positive.all(axis=1) | ~positive.any(axis=1)))


@overflow_is_inf
def walks(centred: bool, lr: float, seed: int) -> Array:
    """Return the weights of a linear unit that learns from single samples.

    The inputs lie between 0 and 1, or, centred, between -1/2 and 1/2.

    Returns
    -------
    ndarray, shape (N_STEPS + 1, N_WALKS, 2)
    """
    rng = np.random.default_rng(seed)
    path = [np.tile(START, (N_WALKS, 1))]
    for _ in range(N_STEPS):
        x = rng.uniform(size=(N_WALKS, 2)) - 0.5 * centred
        w = path[-1]
        error = ((w - GOAL) * x).sum(axis=1, keepdims=True)
        path.append(w - lr * error * x)
    return np.stack(path)


def steps_to_goal(path: Array) -> Array:
    """Return the steps until each walk is near the goal, or infinity."""
    near = np.max(np.abs(path - GOAL), axis=2) < 0.1
    return np.where(near.any(axis=0), near.argmax(axis=0), np.inf)


def steps_at_best(centred: bool, seed: int) -> float:
    """Return the median of the steps, with the best step size of a grid."""
    return min(
        float(np.median(steps_to_goal(walks(centred, lr, seed))))
        for lr in STEP_SIZES
    )
