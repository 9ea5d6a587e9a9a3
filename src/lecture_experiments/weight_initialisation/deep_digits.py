"""A deep network learns to read digits, or does not: its start decides."""

from __future__ import annotations

from functools import cache

import numpy as np

from lecture_code.initialisers import Initialiser, normal
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.training import accuracy, train
from lecture_experiments.real_data import digits, split

WIDTH = 64  # also the number of pixels, so that every layer is square


def scaled(scale: float) -> Initialiser:
    """Return normal weights with the standard deviation scale / √width."""
    return normal(scale / WIDTH**0.5)


@cache
def run(
    activation: str,
    initialiser: Initialiser,
    n_layers: int,
    n_epochs: int,
    lr: float,
    seed: int,
) -> tuple[float, list[float]]:
    """Train on 1500 digits; return the test accuracy and the losses.

    The pixels are brought to mean 0 and variance 1, all of them by the same
    shift and factor. The last fifth of the epochs takes a tenth of the step:
    else the end is wherever the last jump of the loss has led.

    Parameters
    ----------
    activation : str
    initialiser : callable
        Of all weights; the biases start at zero.
    n_layers : int
        The hidden layers, all of the same width.
    n_epochs, lr
        Of SGD on batches of 50, before it calms down.
    seed : int
        Of the split, the weights and the batches.
    """
    rng = np.random.default_rng(seed)
    data = split(digits(), 1500, rng)
    mean, std = data.x_train.mean(), data.x_train.std()
    sizes = [WIDTH] * (n_layers + 1) + [10]
    model = MLP(sizes, activation, rng, initialiser)
    losses: list[float] = []
    n_calm = n_epochs // 5
    for step, n in ((lr, n_epochs - n_calm), (lr / 10, n_calm)):
        losses += train(
            model,
            cross_entropy,
            d_cross_entropy,
            SGD(model.parameters, step),
            (data.x_train - mean) / std,
            data.y_train,
            n,
            50,
            rng,
        )
    logits = model.forward((data.x_test - mean) / std)
    return accuracy(logits, data.y_test), losses
