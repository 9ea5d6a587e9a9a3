"""Training is a loop: predict, compare, find who is to blame, step, repeat.

How many samples we look at before each step is the whole difference between
batch, mini-batch and stochastic gradient descent.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lecture_code.arrays import (
    Array,
    IntArray,
    as_batch,
    as_classes,
    as_count,
    as_floats,
    at_least_one,
    overflow_is_inf,
    without_mask,
)
from lecture_code.layer import Layer, set_training
from lecture_code.optimisers import Optimiser


# --8<-- [start:minibatches]
def minibatches(
    n_samples: int, batch_size: int | None, rng: np.random.Generator
) -> Iterator[IntArray]:
    """Deal the samples out at random, each once: one epoch.

    Parameters
    ----------
    n_samples : int
    batch_size : int or None
        1 gives stochastic gradient descent, None the whole batch.
    rng : numpy.random.Generator
        Shuffles the samples.

    Returns
    -------
    iterator of ndarray of int, shape (batch_size,)
        Indices of samples. The last array is shorter if the samples do not
        divide evenly; none is dropped.

    Raises
    ------
    ValueError
        If a number is below 1.
    """
    n_samples = as_count("n_samples", n_samples)
    whole = batch_size is None
    size = n_samples if whole else as_count("batch_size", batch_size)
    order = rng.permutation(n_samples)
    starts = range(0, n_samples, size)
    return (order[start : start + size] for start in starts)


# --8<-- [end:minibatches]


# --8<-- [start:train]
@overflow_is_inf
def train(
    model: Layer,
    loss: Callable[[Array, NDArray[Any]], float],
    d_loss: Callable[[Array, NDArray[Any]], Array],
    optimiser: Optimiser,
    x: Array,
    y: NDArray[Any],
    n_epochs: int,
    batch_size: int | None,
    rng: np.random.Generator,
) -> list[float]:
    """Train a model in place, and watch its loss fall.

    Parameters
    ----------
    model : Layer
        For example an `MLP`.
    loss, d_loss : callable
        From (output, y) to the loss, and to its gradient on the output.
    optimiser : Optimiser
        Holds the parameters of the model.
    x : ndarray, shape (n_samples, n_features)
    y : ndarray, shape (n_samples, ...)
        What the loss compares the output with.
    n_epochs : int
        How often each sample is seen, at least once.
    batch_size : int or None
        Samples per step; None takes all of them.
    rng : numpy.random.Generator
        Shuffles the samples.

    Returns
    -------
    list of float, length n_epochs
        The loss over all samples after each epoch, in evaluation mode, which
        the model is left in. A training that diverges shows here as inf or
        nan.

    Raises
    ------
    ValueError
        If there are no samples, `x` and `y` differ in number, or a number is
        below 1.
    """
    at_least_one(n_epochs=n_epochs)
    x, y = as_floats(x), without_mask(y)
    if len(x) != len(y):
        raise ValueError(f"x has {len(x)} samples, but y has {len(y)}")
    history = []
    for _ in range(n_epochs):
        set_training(model, True)
        for batch in minibatches(len(x), batch_size, rng):
            output = model.forward(x[batch])
            model.backward(d_loss(output, y[batch]))
            optimiser.step(model.gradients)
        set_training(model, False)
        history.append(loss(model.forward(x), y))
    return history


# --8<-- [end:train]


# --8<-- [start:accuracy]
def predicted_classes(logits: Array) -> IntArray:
    """Return the class with the largest logit, or with one logit its sign.

    Parameters
    ----------
    logits : ndarray, shape (n_samples, n_classes) or (n_samples, 1)

    Returns
    -------
    ndarray of int, shape (n_samples,)
    """
    logits = as_batch(logits)
    if logits.shape[1] == 1:
        return (logits[:, 0] > 0).astype(np.int64)
    return np.asarray(np.argmax(logits, axis=1), dtype=np.int64)


def accuracy(logits: Array, classes: IntArray) -> float:
    """Return the share of samples whose class is predicted, 0 to 1.

    Parameters
    ----------
    logits : ndarray, shape (n_samples, n_classes) or (n_samples, 1)
    classes : ndarray of int, shape (n_samples,)
    """
    predicted = predicted_classes(logits)
    n_classes = max(2, np.shape(logits)[1])
    classes = as_classes(classes, len(predicted), n_classes)
    return float(np.mean(predicted == classes))


# --8<-- [end:accuracy]
