"""What it costs, and brings, that a sample's output depends on its batch."""

from __future__ import annotations

from functools import cache

import numpy as np

from lecture_code.arrays import Array
from lecture_code.batch_norm import BatchNorm1d
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.optimisers import SGD
from lecture_code.sequential import Sequential
from lecture_code.training import accuracy, minibatches, train
from lecture_experiments.batch_normalisation.normalised_networks import (
    accuracy_on_others,
    deep_network,
    loss_curve,
    samples,
)
from lecture_experiments.real_data import digits, split

SIZES = [16, 32, 64, 128, 256, 512]


def noise_of_one_sample(size: int, seed: int, n_batches: int = 2000) -> float:
    """Return the spread of one sample's normalised value over its batches.

    Parameters
    ----------
    size : int
        Samples in a batch: one with the value 0, and others drawn from a
        normal distribution with mean 0 and variance 1.
    seed : int
        Of the others.
    n_batches : int
        How many batches the sample is put into; each is a feature here.

    Returns
    -------
    float
        Standard deviation of the sample's output.
    """
    x = np.random.default_rng(seed).normal(size=(size, n_batches))
    x[0] = 0.0
    return float(BatchNorm1d(n_batches).forward(x)[0].std())


def noise_exponent(seed: int) -> float:
    """Return the power of the batch size that the noise follows."""
    noise = [noise_of_one_sample(size, seed) for size in SIZES]
    return float(np.polyfit(np.log(SIZES), np.log(noise), 1)[0])


@cache
def trained(seed: int) -> Sequential:
    """Return a normalised network that has learned to read digits."""
    model = deep_network(True, seed)
    loss_curve(model, 0.25, seed, n_epochs=10)
    return model


def accuracy_by_evaluation(seed: int) -> float:
    """Return the test accuracy with the running statistics."""
    return accuracy_on_others(trained(seed), seed)


def accuracy_without_eval(seed: int, size: int | None) -> float:
    """Return the test accuracy if `eval` is forgotten, which is WRONG.

    Parameters
    ----------
    seed : int
        Of the network.
    size : int or None
        Digits that are read together, mixed at random; None reads all digits
        of one class together.
    """
    data, model = samples(seed), trained(seed)
    model.train()
    y = data.y_test
    if size is None:
        batches = [np.flatnonzero(y == k) for k in range(10)]
    else:
        n_samples = len(y) - len(y) % size  # whole batches only
        batches = list(minibatches(n_samples, size, np.random.default_rng(0)))
    logits = [model.forward(data.x_test[batch]) for batch in batches]
    return accuracy(np.concatenate(logits), y[np.concatenate(batches)])


def loss_on_others_by_statistics(size: int, seed: int) -> float:
    """Return the test loss if μ and σ are those of a part of each batch.

    Sixty steps are made, each on all 256 samples, so that nothing else
    differs. Normalising the parts one by one is the same as adding up their
    gradients.

    Parameters
    ----------
    size : int
        Samples in a part.
    seed : int
        Of the digits, the weights and the parts.
    """
    data = split(digits(), 256, np.random.default_rng(seed))
    model, rng = deep_network(True, seed, depth=3), np.random.default_rng(seed)
    optimiser = SGD(model.parameters, 0.25)
    for _ in range(60):
        total: list[Array] = [np.zeros_like(p) for p in model.parameters]
        for part in minibatches(256, size, rng):
            output = model.forward(data.x_train[part])
            model.backward(d_cross_entropy(output, data.y_train[part]))
            for t, g in zip(total, model.gradients, strict=True):
                t += g * size / 256
        optimiser.step(total)
    model.eval()
    return cross_entropy(model.forward(data.x_test), data.y_test)


def accuracy_by_batch_size(normalised: bool, size: int, seed: int) -> float:
    """Return the test accuracy after five epochs with a given batch size."""
    model = deep_network(normalised, seed, depth=3)
    return accuracy_after_training(model, size, seed)


def accuracy_after_training(model: Sequential, size: int, seed: int) -> float:
    """Train for five epochs in batches of a size; return the accuracy."""
    data = samples(seed)
    train(
        model,
        cross_entropy,
        d_cross_entropy,
        SGD(model.parameters, 0.05),
        data.x_train,
        data.y_train,
        5,
        size,
        np.random.default_rng(seed),
    )
    return accuracy_on_others(model, seed)
