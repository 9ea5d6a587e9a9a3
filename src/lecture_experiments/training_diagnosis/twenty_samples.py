"""Twenty digits are learned by heart, or the program has a fault."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np

from lecture_code.arrays import Array, IntArray
from lecture_code.initialisers import Initialiser, kaiming_normal, zeros
from lecture_code.losses import cross_entropy, d_cross_entropy, softmax
from lecture_code.optimisers import SGD
from lecture_experiments.training_diagnosis.reader import (
    LR,
    N_CLASSES,
    network,
    sets,
)

N_SAMPLES, N_STEPS = 20, 300
# The logits are at most 1 apart if they are probabilities.
FLOOR = float(np.log(1 + (N_CLASSES - 1) / np.e))


def twice(logits: Array, y: IntArray) -> float:
    """Take probabilities for logits, so that softmax is applied twice."""
    return cross_entropy(softmax(logits), y)


def d_twice(logits: Array, y: IntArray) -> Array:
    """Return the gradient of `twice`, in the shape of `logits`."""
    p = softmax(logits)  # (n_samples, n_classes)
    d_loss_d_p = d_cross_entropy(p, y)
    mean: Array = (p * d_loss_d_p).sum(axis=1, keepdims=True)
    return p * (d_loss_d_p - mean)


class Case(NamedTuple):
    """A training on twenty samples, with a fault or without."""

    loss: Callable[[Array, IntArray], float] = cross_entropy
    d_loss: Callable[[Array, IntArray], Array] = d_cross_entropy
    start: Initialiser = kaiming_normal
    sign: int = 1
    shuffle: bool = False


CASES = {
    "none": Case(),
    "shuffled": Case(shuffle=True),
    "softmax_twice": Case(twice, d_twice),
    "dead_start": Case(start=zeros),
    "step_added": Case(sign=-1),
}


@cache
def losses(name: str, seed: int) -> Array:
    """Return the loss before each of 300 steps, and after the last."""
    case, rng = CASES[name], np.random.default_rng(seed)
    data = sets(rng)
    x, y = data.x[:N_SAMPLES], data.y[:N_SAMPLES]
    if case.shuffle:
        y = rng.permutation(y)
    model = network(x.shape[1], rng, case.start)
    optimiser = SGD(model.parameters, LR)
    found = [case.loss(model.forward(x), y)]
    for _ in range(N_STEPS):
        model.backward(case.d_loss(model.forward(x), y))
        optimiser.step([case.sign * g for g in model.gradients])
        found.append(case.loss(model.forward(x), y))
    return np.array(found)
