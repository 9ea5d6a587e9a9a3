"""Units that say the same to every digit, and can no longer learn."""

from __future__ import annotations

from itertools import islice

import numpy as np
from numpy.typing import NDArray

from lecture_code.linear import Linear
from lecture_code.maxout import Maxout
from lecture_code.sequential import Sequential
from lecture_experiments.activation_functions.networks_by_activation import (
    SHALLOW,
    UPDATES_PER_EPOCH,
    data,
    network,
    training,
)
from lecture_experiments.real_data import Split

SMALL, LARGE = 1 / 8, 1.0
N_UPDATES = 10 * UPDATES_PER_EPOCH


def without_gradient(model: Sequential, samples: Split) -> NDArray[np.bool_]:
    """Return for each unit of the first layer whether no digit moves it.

    A gradient of 1 on the output of every unit is sent back through the
    bend alone; a unit is dead if it comes out as 0 for all digits.
    """
    first, bend = model.layers[:2]
    x = samples.x_train
    if isinstance(first, Maxout):
        one = np.ones_like(first.forward(x))
        first.backward(one)
        return np.asarray(~first.d_loss_d_bias.any(axis=0))
    one = np.ones_like(bend.forward(first.forward(x)))
    return np.asarray(~bend.backward(one).any(axis=0))


def network_with_bias(name: str, bias: float, seed: int) -> Sequential:
    """Return an untrained network whose hidden units start with a bias."""
    model = network(name, SHALLOW, np.random.default_rng(seed))
    for layer in model.layers[:-1]:
        if isinstance(layer, Linear):
            layer.bias[:] = bias
    return model


def train_for(
    model: Sequential, lr: float, seed: int, n_updates: int = N_UPDATES
) -> None:
    """Train a network in place."""
    for _ in islice(training(model, data(seed), lr, seed), n_updates):
        pass


def dead_share(name: str, lr: float, seed: int, bias: float = 0.0) -> float:
    """Return the share of dead units after ten epochs.

    Parameters
    ----------
    name : str
        Of the activation.
    lr : float
        With 0, the share is that of the untrained network.
    seed : int
    bias : float
        Where the biases of the hidden units start.
    """
    model = network_with_bias(name, bias, seed)
    train_for(model, lr, seed)
    return float(np.mean(without_gradient(model, data(seed))))


def revived_share(seed: int) -> float:
    """Return the share of dead units that ten gentler epochs bring back."""
    model, samples = network_with_bias("relu", 0.0, seed), data(seed)
    train_for(model, LARGE, seed)
    dead = without_gradient(model, samples)
    train_for(model, SMALL, seed)
    return float(np.mean(~without_gradient(model, samples)[dead]))


def share_of_pieces_that_never_win(seed: int) -> float:
    """Return the share of idle linear functions in a trained Maxout layer."""
    model = network("maxout", SHALLOW, np.random.default_rng(seed))
    train_for(model, SMALL, seed)
    first = model.layers[0]
    assert isinstance(first, Maxout)
    first.backward(np.ones_like(first.forward(data(seed).x_train)))
    return float(np.mean(first.d_loss_d_bias == 0))
