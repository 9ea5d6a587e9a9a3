"""The same network and the same digits, trained on two losses."""

from __future__ import annotations

import numpy as np

from lecture_code.adam import Adam
from lecture_code.initialisers import kaiming_normal
from lecture_code.losses import (
    cross_entropy,
    d_cross_entropy,
    d_mean_squared_error,
    mean_squared_error,
)
from lecture_code.mlp import MLP
from lecture_code.training import accuracy, train
from lecture_experiments.real_data import digits, split


def accuracy_with(squared: bool, seed: int) -> float:
    """Return the test accuracy of a network with 64 hidden units.

    Parameters
    ----------
    squared : bool
        Whether the outputs themselves, without a softmax, are to be 1 for
        the right class and 0 for the others, by the mean squared error; else
        they are logits, and the loss is the cross-entropy.
    seed : int
        Draws the split, the weights and the batches: the same for both.
    """
    rng = np.random.default_rng(seed)
    data = split(digits(), 1300, rng)
    model = MLP([64, 64, 10], "relu", rng, kaiming_normal)
    optimiser = Adam(model.parameters, lr=0.003)
    if squared:
        one_hot = np.eye(10)[data.y_train]  # (n_samples, n_classes)
        loss = mean_squared_error, d_mean_squared_error
        train(model, *loss, optimiser, data.x_train, one_hot, 25, 32, rng)
    else:
        classes = data.y_train
        entropy = cross_entropy, d_cross_entropy
        train(model, *entropy, optimiser, data.x_train, classes, 25, 32, rng)
    return accuracy(model.forward(data.x_test), data.y_test)
