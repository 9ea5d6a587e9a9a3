"""One neuron adds up its weighted inputs and fires if that is enough.

It learns by being corrected: whenever it is wrong, its weights move towards
the input it should have fired for, or away from the one it should not have.
"""

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.activations import step
from lecture_code.arrays import (
    Array,
    IntArray,
    as_batch,
    as_classes,
    as_floats,
    as_number,
    at_least_one,
    in_float64,
    overflow_is_inf,
)


# --8<-- [start:pre_activation]
@in_float64
@overflow_is_inf
def pre_activation(x: Array, weight: Array, bias: float) -> Array:
    r"""Return :math:`w^\top x + b`, the neuron before its activation.

    Parameters
    ----------
    x : ndarray, shape (n_samples, n_features)
    weight : ndarray, shape (n_features,)
    bias : float

    Returns
    -------
    ndarray, shape (n_samples,)
        Zero on the decision line, positive on the side where it fires.
    """
    return np.asarray(x @ weight + bias)


# --8<-- [end:pre_activation]


# --8<-- [start:perceptron]
class Perceptron:
    r"""A neuron with a step: :math:`y = \varphi(w^\top x + b)`.

    Parameters
    ----------
    weight : array_like, shape (n_features,)
        Where learning starts, or a neuron set by hand. It is copied.
    bias : float, optional

    Attributes
    ----------
    weight : ndarray, shape (n_features,)
    bias : float

    Raises
    ------
    ValueError
        If `weight` is no vector or is empty; in `predict` and `fit` if a
        batch does not fit it, or a label is neither 0 nor 1.

    References
    ----------
    Rosenblatt, "The perceptron: a probabilistic model for information
    storage and organization in the brain", Psychological Review 65, 1958.
    doi:10.1037/h0042519
    """

    def __init__(self, weight: ArrayLike, bias: float = 0.0) -> None:
        self.weight = np.array(as_floats(weight))
        self.bias = as_number("bias", bias)
        if self.weight.ndim != 1 or self.weight.size == 0:
            raise ValueError(
                "weight needs the shape (n_features,), "
                f"got {self.weight.shape}"
            )

    def predict(self, x: Array) -> IntArray:
        """Return 1 for each sample that makes the neuron fire, else 0."""
        x = as_batch(x, len(self.weight))
        fires = step(pre_activation(x, self.weight, self.bias))
        return fires.astype(np.int64)  # (n_samples,)

    def fit(
        self, x: Array, y: IntArray, rng: np.random.Generator, n_epochs: int
    ) -> list[int]:
        """Learn by Rosenblatt's rule until an epoch makes no mistake.

        Parameters
        ----------
        x : ndarray, shape (n_samples, n_features)
        y : ndarray of int, shape (n_samples,)
            The labels, 0 or 1.
        rng : numpy.random.Generator
            Draws the order of the samples, anew in each epoch.
        n_epochs : int
            When to give up; without end if no line separates the classes.

        Returns
        -------
        list of int
            The updates made in each epoch. The last is 0 if and only if the
            neuron now gets every sample right.
        """
        x = as_batch(x, len(self.weight))
        y = as_classes(y, len(x), n_classes=2)
        at_least_one(n_epochs=n_epochs)
        n_updates: list[int] = []
        while len(n_updates) < n_epochs and 0 not in n_updates:
            order = rng.permutation(len(x))
            n_updates.append(sum(self._correct(x[i], y[i]) for i in order))
        return n_updates

    # --8<-- [start:learning_rule]
    def _correct(self, x: Array, y: int) -> int:
        """Learn from one sample; return the number of updates, 0 or 1."""
        error = int(y - self.predict(x[None, :])[0])  # -1, 0 or 1
        self.weight += error * x
        self.bias += error
        return abs(error)

    # --8<-- [end:learning_rule]


# --8<-- [end:perceptron]
