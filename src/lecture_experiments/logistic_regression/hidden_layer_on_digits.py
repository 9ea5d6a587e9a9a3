"""The same digits, read with a hidden layer and without one."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold

from lecture_code.adam import Adam
from lecture_code.initialisers import kaiming_normal
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.mlp import MLP
from lecture_code.training import accuracy, train
from lecture_experiments.logistic_regression.scaled_splits import fitted
from lecture_experiments.real_data import Split, digits, split

N_UPDATES = 1200
BATCH_SIZE = 32


def network(data: Split, rng: np.random.Generator) -> MLP:
    """Train a network with 64 hidden units."""
    model = MLP([64, 64, 10], "relu", rng, kaiming_normal)
    n_batches = -(-len(data.x_train) // BATCH_SIZE)
    train(
        model,
        cross_entropy,
        d_cross_entropy,
        Adam(model.parameters, lr=0.01),
        data.x_train,
        data.y_train,
        N_UPDATES // n_batches,
        BATCH_SIZE,
        rng,
    )
    return model


def chosen_by_training_set(data: Split) -> Any:
    """Fit logistic regression, C chosen on the training samples alone."""
    parts = StratifiedKFold(3, shuffle=True, random_state=0)
    search = GridSearchCV(
        LogisticRegression(max_iter=1000), {"C": [1.0, 10.0, 100.0]}, cv=parts
    )
    with warnings.catch_warnings():  # some digit may occur only once or twice
        warnings.simplefilter("ignore", UserWarning)
        return search.fit(data.x_train, data.y_train)


class Accuracies(NamedTuple):
    """Mean test accuracies on the same splits, 0 to 1.

    Attributes
    ----------
    default, chosen : float
        Of logistic regression, C being 1 or chosen by cross-validation.
    hidden : float
        Of the network.
    """

    default: float
    chosen: float
    hidden: float


@cache
def accuracies(n_train: int, n_splits: int, seed: int) -> Accuracies:
    """Learn from `n_train` digits, without and with a hidden layer."""
    rng = np.random.default_rng(seed)
    rows = []
    for _ in range(n_splits):
        data = split(digits(), n_train, rng)
        logits = network(data, rng).forward(data.x_test)
        rows.append(
            (
                fitted(data).score(data.x_test, data.y_test),
                chosen_by_training_set(data).score(data.x_test, data.y_test),
                accuracy(logits, data.y_test),
            )
        )
    return Accuracies(*map(float, np.mean(rows, axis=0)))
