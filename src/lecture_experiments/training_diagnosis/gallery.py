"""One network and nine ways to make its training fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from typing import NamedTuple

import numpy as np

from lecture_code.arrays import Array, IntArray
from lecture_code.initialisers import Initialiser, kaiming_normal, zeros
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.training import accuracy
from lecture_experiments.training_diagnosis.reader import (
    BATCH_SIZE,
    LR,
    N_CLASSES,
    N_STEPS,
    Sets,
    endless_batches,
    network,
    sets,
)

EVERY = 5  # steps between two looks at the losses
HINT = 3.0  # how loud the answer stands among the inputs
Spoil = Callable[[Sets, np.random.Generator], Sets]


def untouched(data: Sets, _rng: np.random.Generator) -> Sets:
    """Leave the digits as they are."""
    return data


def raw(data: Sets, _rng: np.random.Generator) -> Sets:
    """Undo the scaling: pixels from 0 to 16, about as they came."""
    x, y, x_validation, y_validation = data
    return Sets(6 * x + 5, y, 6 * x_validation + 5, y_validation)


def shuffled(data: Sets, rng: np.random.Generator) -> Sets:
    """Shuffle the labels, and not the digits that they belong to."""
    return data._replace(y=rng.permutation(data.y))


def few_and_wrong(data: Sets, rng: np.random.Generator) -> Sets:
    """Keep 300 digits, and give a fifth of them a wrong label."""
    y = data.y[:300].copy()
    wrong = rng.random(300) < 0.2
    y[wrong] = (y[wrong] + rng.integers(1, 10, wrong.sum())) % N_CLASSES
    return data._replace(x=data.x[:300], y=y)


def leaking(data: Sets, _rng: np.random.Generator) -> Sets:
    """Put the answer among the inputs, of both sets."""
    x, y, x_validation, y_validation = data
    answers = HINT * np.eye(N_CLASSES)
    return Sets(
        np.hstack([x, answers[y]]),
        y,
        np.hstack([x_validation, answers[y_validation]]),
        y_validation,
    )


@dataclass(frozen=True)
class Fault:
    """What is wrong with a training; nothing by default.

    Parameters
    ----------
    lr : float
    start : callable
        Draws the weights.
    spoil : callable
        From the digits and a generator to what is trained on.
    keep_gradients : bool
        Whether each gradient is added to those before it.
    by_class : bool
        Whether the digits come sorted, all zeros first.
    """

    lr: float = LR
    start: Initialiser = kaiming_normal
    spoil: Spoil = untouched
    keep_gradients: bool = False
    by_class: bool = False


FAULTS = {
    "none": Fault(),
    "too_large": Fault(lr=2.0),
    "too_small": Fault(lr=0.001),
    "dead_start": Fault(start=zeros),
    "raw_inputs": Fault(spoil=raw),
    "shuffled": Fault(spoil=shuffled),
    "never_cleared": Fault(lr=0.01, keep_gradients=True),
    "by_class": Fault(by_class=True),
    "overfitting": Fault(spoil=few_and_wrong),
    "leak": Fault(spoil=leaking),
}


class Run(NamedTuple):
    """A training that was watched.

    Attributes
    ----------
    steps : list of int
    losses : ndarray, shape (n_looks, 2)
        On the training and on the validation digits.
    model : MLP
    data : Sets
        What it was trained on.
    """

    steps: Sequence[int]
    losses: Array
    model: MLP
    data: Sets


@cache
def run(name: str, seed: int) -> Run:
    """Train for 400 steps with a fault, and look every fifth step."""
    fault, rng = FAULTS[name], np.random.default_rng(seed)
    data = fault.spoil(sets(rng), rng)
    model = network(data.x.shape[1], rng, fault.start)
    optimiser = SGD(model.parameters, fault.lr)
    kept = [np.zeros_like(p) for p in model.parameters]
    batches, losses = batches_of(fault, data.y, rng), [look(model, data)]
    for step in range(1, N_STEPS + 1):
        descend(model, data, next(batches), optimiser, kept)
        if not fault.keep_gradients:
            clear(kept)
        if step % EVERY == 0:
            losses.append(look(model, data))
    steps = range(0, N_STEPS + 1, EVERY)
    return Run(steps, np.array(losses), model, data)


def batches_of(
    fault: Fault, y: IntArray, rng: np.random.Generator
) -> Iterator[IntArray]:
    """Deal the digits at random, or sorted by their class."""
    if not fault.by_class:
        return endless_batches(len(y), BATCH_SIZE, rng)
    order = np.argsort(y, kind="stable")
    return cycle(np.split(order, len(y) // BATCH_SIZE))


def descend(
    model: MLP,
    data: Sets,
    batch: IntArray,
    optimiser: SGD,
    kept: Sequence[Array],
) -> None:
    """Add the gradients to those that are kept, and step."""
    output = model.forward(data.x[batch])
    model.backward(d_cross_entropy(output, data.y[batch]))
    for total, gradient in zip(kept, model.gradients, strict=True):
        total += gradient
    optimiser.step(kept)


def clear(gradients: Sequence[Array]) -> None:
    """Set all gradients to zero, in place."""
    for gradient in gradients:
        gradient[...] = 0


def look(model: MLP, data: Sets) -> tuple[float, float]:
    """Return the loss on the training and on the validation digits."""
    x, y, x_validation, y_validation = data
    return (
        cross_entropy(model.forward(x), y),
        cross_entropy(model.forward(x_validation), y_validation),
    )


def accuracy_without_the_answer(seed: int) -> float:
    """Read validation digits as in use, where no answer leaks in."""
    leak = run("leak", seed)
    x = leak.data.x_validation.copy()
    x[:, -N_CLASSES:] = 0
    return accuracy(leak.model.forward(x), leak.data.y_validation)
