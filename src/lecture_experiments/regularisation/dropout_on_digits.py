"""What dropout does to a network, in training and, wrongly, afterwards."""

from __future__ import annotations

import numpy as np

from lecture_code.arrays import Array, IntArray
from lecture_code.dropout import Dropout
from lecture_code.layer import set_training
from lecture_code.losses import softmax
from lecture_code.training import accuracy
from lecture_experiments.regularisation.mislabelled_digits import (
    METHODS,
    Method,
    trained,
)


def passes(n: int, seed: int, training: bool) -> Array:
    """Return logits of the test digits, (n, n_samples, n_classes)."""
    run = trained(METHODS["dropout"], seed)
    x, _ = run.data.test
    set_training(run.model, training)
    logits = np.stack([run.model.forward(x) for _ in range(n)])
    set_training(run.model, False)
    return logits


def right_classes(seed: int) -> IntArray:
    """Return the classes of the test digits, (n_samples,)."""
    return trained(METHODS["dropout"], seed).data.test[1]


def accuracy_left_on(seed: int) -> float:
    """Return the mean accuracy of ten passes in training mode."""
    right = right_classes(seed)
    found = [accuracy(z, right) for z in passes(10, seed, training=True)]
    return float(np.mean(found))


def share_changed(seed: int, training: bool) -> float:
    """Return the share of digits that two passes answer differently."""
    first, second = passes(2, seed, training).argmax(axis=2)
    return float(np.mean(first != second))


def accuracy_of_ensemble(n_masks: int, seed: int) -> float:
    """Return the accuracy of the mean probability over masks."""
    logits = passes(n_masks, seed, training=True)
    mean = np.mean([softmax(z) for z in logits], axis=0)
    return accuracy(mean, right_classes(seed))


def error_of_mean(variant: type[Dropout], seed: int) -> float:
    """Compare the mean over masks with the output in evaluation.

    Returns
    -------
    float
        The largest error of a hundred units, in standard errors.
    """
    rng = np.random.default_rng(seed)
    h, p, n_masks = rng.uniform(1, 2, size=(1, 100)), 0.3, 10_000
    layer = variant(p, rng)
    dropped = layer.forward(np.repeat(h, n_masks, axis=0))
    layer.training = False
    wanted = layer.forward(h)[0]
    standard_error = dropped.std(axis=0) / np.sqrt(n_masks)
    return float(
        np.max(np.abs(dropped.mean(axis=0) - wanted) / standard_error)
    )


def accuracy_with_units_silenced(method: Method, seed: int) -> float:
    """Return the mean accuracy with random halves of the hidden units.

    What is left counts double, so that the sums stay as large.
    """
    rng = np.random.default_rng([seed, 2])
    run = trained(method, seed)
    (x, right), (first, bend, _, last) = run.data.test, run.model.layers
    h = bend.forward(first.forward(x))
    masks = rng.random((10, 1, method.n_hidden)) < 0.5
    found = [accuracy(last.forward(2 * h * mask), right) for mask in masks]
    return float(np.mean(found))
