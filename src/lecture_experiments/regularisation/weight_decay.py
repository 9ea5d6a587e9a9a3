"""Weight decay in five optimisers, on gradients that are only noise."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from lecture_code.adam import Adam
from lecture_code.arrays import Array
from lecture_code.optimisers import SGD

LR, DECAY, N_STEPS, N_WEIGHTS = 0.001, 0.5, 1000, 100


def torch_step_minus_penalty_step(seed: int) -> float:
    """Compare a step by torch's weight_decay with one on λ/2 Σ w².

    Returns
    -------
    float
        The largest absolute difference between the weights.
    """
    rng = np.random.default_rng(seed)
    start, slope = rng.normal(size=(2, N_WEIGHTS))
    w, v = (torch.tensor(start, requires_grad=True) for _ in range(2))
    decayed = torch.optim.SGD([w], lr=0.1, weight_decay=0.3)
    plain = torch.optim.SGD([v], lr=0.1)
    losses: list[Any] = [w @ torch.tensor(slope), v @ torch.tensor(slope)]
    losses[1] += 0.3 / 2 * (v**2).sum()
    sum(losses).backward()
    decayed.step()
    plain.step()
    return float((w - v).abs().max().detach())


def coupled_minus_decoupled(momentum: float, seed: int) -> float:
    """Compare L2 in the gradient with decay beside it, both by SGD.

    Returns
    -------
    float
        The largest absolute difference after a hundred noisy steps.
    """
    rng = np.random.default_rng(seed)
    w = rng.normal(size=N_WEIGHTS)
    v = w.copy()
    coupled = SGD([w], 0.1, momentum, weight_decay=0.3)
    plain = SGD([v], 0.1, momentum)
    for gradient in rng.normal(size=(100, N_WEIGHTS)):
        coupled.step([gradient])
        v *= 1 - 0.1 * 0.3
        plain.step([gradient])
    return float(np.abs(w - v).max())


def share_left(optimiser: type[Adam], noise: float, seed: int) -> float:
    """Return what decay leaves of weights whose gradients are only noise.

    All weights start at 1. The noise has mean 0, so without decay their mean
    would stay there.

    Parameters
    ----------
    optimiser : {Adam, AdamW}
    noise : float
        Standard deviation of the gradients.
    seed : int
    """
    rng = np.random.default_rng(seed)
    w: Array = np.ones(N_WEIGHTS)
    adam = optimiser([w], LR, weight_decay=DECAY)
    for gradient in rng.normal(scale=noise, size=(N_STEPS, N_WEIGHTS)):
        adam.step([gradient])
    return float(w.mean())
