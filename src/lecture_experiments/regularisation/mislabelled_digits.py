"""Few digits, a fifth of them with a wrong label, and one wide network.

There is much to learn by heart, so every regulariser has something to do.
The strengths below were chosen on splits that are not used for the numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import numpy as np

from lecture_code.activations import Activation
from lecture_code.adam import AdamW
from lecture_code.arrays import Array, IntArray
from lecture_code.augmentation import add_noise
from lecture_code.dropout import Dropout
from lecture_code.early_stopping import EarlyStopping
from lecture_code.initialisers import kaiming_normal
from lecture_code.linear import Linear
from lecture_code.losses import cross_entropy, d_cross_entropy
from lecture_code.penalties import soft_threshold
from lecture_code.sequential import Sequential
from lecture_code.training import accuracy, train
from lecture_experiments.real_data import digits

Augment = Callable[[Array, np.random.Generator], Array]
Labelled = tuple[Array, IntArray]

N_TRAIN, N_VALIDATION, N_CLASSES = 300, 500, 10
SHARE_WRONG = 0.2
LR, N_EPOCHS, BATCH_SIZE = 0.003, 60, 32


class Data(NamedTuple):
    """Digits to learn from, to decide by, and to be judged by.

    A fifth of the labels is wrong, but for the test.
    """

    train: Labelled
    validation: Labelled
    test: Labelled


@cache
def data(seed: int, share_wrong: float = SHARE_WRONG) -> Data:
    """Split the digits, and spoil labels of all but the test."""
    rng = np.random.default_rng(seed)
    x, right = digits()
    given = right.copy()
    wrong = rng.random(len(x)) < share_wrong
    other = rng.integers(1, N_CLASSES, size=wrong.sum())
    given[wrong] = (right[wrong] + other) % N_CLASSES
    order = rng.permutation(len(x))
    train_, validation, test = np.split(
        order, [N_TRAIN, N_TRAIN + N_VALIDATION]
    )
    return Data(
        (x[train_], given[train_]),
        (x[validation], given[validation]),
        (x[test], right[test]),
    )


@dataclass(frozen=True)
class Method:
    """What is done against overfitting; nothing by default.

    Parameters
    ----------
    l2 : float
        Decoupled weight decay λ, as of `AdamW`.
    l1 : float
        λ of the proximal step after each update.
    dropout : float
        The share of hidden units dropped.
    augment : callable, optional
        From images, (n, 64), and a generator to changed ones, each epoch.
    patience : int, optional
        Epochs without a new smallest validation loss before the stop.
    n_hidden : int
    """

    l2: float = 0.0
    l1: float = 0.0
    dropout: float = 0.0
    augment: Augment | None = None
    patience: int | None = None
    n_hidden: int = 128


def on_rows(change: Augment) -> Augment:
    """Let a function of images, (n, 8, 8), take rows of pixels."""

    def changed(x: Array, rng: np.random.Generator) -> Array:
        return change(x.reshape(-1, 8, 8), rng).reshape(x.shape)

    return changed


@on_rows
def noisy(images: Array, rng: np.random.Generator) -> Array:
    """Add noise to every pixel."""
    return add_noise(images, 0.3, rng)


METHODS = {
    "none": Method(),
    "early stopping": Method(patience=10),
    "L2": Method(l2=1.0),
    "L1": Method(l1=0.3),
    "dropout": Method(dropout=0.5),
    "augmentation": Method(augment=noisy),
    "L2 and dropout": Method(l2=1.0, dropout=0.5),
}


@dataclass
class Shrinking:
    """AdamW, and after each step the proximal one for Σ |w|."""

    inner: AdamW
    weights: Sequence[Array]
    l1: float

    def step(self, gradients: Sequence[Array]) -> None:
        """Step, then move each weight towards 0, and no further."""
        self.inner.step(gradients)
        for w in self.weights:
            w[...] = soft_threshold(w, self.inner.lr * self.l1)


@dataclass
class Training:
    """A trained network and how it got there.

    Attributes
    ----------
    model : Sequential
    data : Data
    train_losses, validation_losses : list of float
        After each epoch, on the labels as given.
    """

    model: Sequential
    data: Data
    train_losses: list[float] = field(default_factory=list)
    validation_losses: list[float] = field(default_factory=list)

    def accuracy_on(self, part: str) -> float:
        """Return the accuracy on "train", "validation" or "test"."""
        x, y = getattr(self.data, part)
        return accuracy(self.model.forward(x), y)

    @property
    def gap(self) -> float:
        """Accuracy on training digits minus that on validation digits."""
        return self.accuracy_on("train") - self.accuracy_on("validation")

    @property
    def weights(self) -> Array:
        """All weights of the two linear layers, without biases."""
        return np.concatenate([p.ravel() for p in matrices(self.model)])

    @property
    def near_zero(self) -> float:
        """The share of weights smaller than a thousandth."""
        return float(np.mean(np.abs(self.weights) < 0.001))


def matrices(model: Sequential) -> list[Array]:
    """Return the weights of the linear layers."""
    return [p for p in model.parameters if p.ndim == 2]


def network(method: Method, rng: np.random.Generator) -> Sequential:
    """Return 64 → n_hidden → 10 with ReLU, and dropout before the last."""
    return Sequential(
        [
            Linear(64, method.n_hidden, rng, kaiming_normal),
            Activation("relu"),
            Dropout(method.dropout, rng),
            Linear(method.n_hidden, N_CLASSES, rng),
        ]
    )


@cache
def trained(
    method: Method, seed: int, share_wrong: float = SHARE_WRONG
) -> Training:
    """Train for 60 epochs, or until the validation loss says stop."""
    rng = np.random.default_rng([seed, 1])
    model = network(method, rng)
    adam = AdamW(model.parameters, LR, weight_decay=method.l2)
    optimiser = Shrinking(adam, matrices(model), method.l1)
    run = Training(model, data(seed, share_wrong))
    stopping = EarlyStopping(model.parameters, method.patience or N_EPOCHS)
    for _ in range(N_EPOCHS):
        stop = one_epoch(run, optimiser, method, rng, stopping)
        if stop:
            break
    if method.patience:
        stopping.restore()
    return run


def one_epoch(
    run: Training,
    optimiser: Shrinking,
    method: Method,
    rng: np.random.Generator,
    stopping: EarlyStopping,
) -> bool:
    """Train for an epoch, keep both losses, return whether to stop."""
    (x, y), (x_validation, y_validation) = run.data[:2]
    seen = method.augment(x, rng) if method.augment else x
    losses = cross_entropy, d_cross_entropy
    train(run.model, *losses, optimiser, seen, y, 1, BATCH_SIZE, rng)
    run.train_losses.append(cross_entropy(run.model.forward(x), y))
    on_validation = cross_entropy(
        run.model.forward(x_validation), y_validation
    )
    run.validation_losses.append(on_validation)
    return stopping.update(on_validation)
