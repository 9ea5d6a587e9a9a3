"""Digits moved, turned, cropped or flipped, in training or in the test."""

from __future__ import annotations

import numpy as np

from lecture_code.arrays import Array
from lecture_code.augmentation import (
    flip,
    random_crops,
    random_rotations,
    random_shifts,
)
from lecture_code.training import accuracy
from lecture_experiments.regularisation.mislabelled_digits import (
    Augment,
    Method,
    on_rows,
    trained,
)


@on_rows
def shifted(images: Array, rng: np.random.Generator) -> Array:
    """Move by up to a pixel."""
    return random_shifts(images, 1, rng)


@on_rows
def turned(images: Array, rng: np.random.Generator) -> Array:
    """Turn by up to 15 degrees."""
    return random_rotations(images, 15, rng)


@on_rows
def cropped(images: Array, rng: np.random.Generator) -> Array:
    """Keep 7 of 8 rows and columns."""
    return random_crops(images, 7, rng)


@on_rows
def flipped(images: Array, rng: np.random.Generator) -> Array:
    """Flip every other one: wrong for digits."""
    half = rng.random((len(images), 1, 1)) < 0.5
    return np.where(half, flip(images), images)


def accuracy_with(
    in_training: Augment | None,
    in_test: Augment | None,
    seed: int,
    share_wrong: float = 0.0,
) -> float:
    """Return the accuracy on test digits, which may be changed as well."""
    run = trained(Method(augment=in_training), seed, share_wrong)
    x, y = run.data.test
    if in_test:
        x = in_test(x, np.random.default_rng([seed, 3]))
    return accuracy(run.model.forward(x), y)
