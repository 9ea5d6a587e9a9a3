"""Dropout's gradients, with a mask that stays the same for all differences."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch

from lecture_code.arrays import Array
from lecture_code.dropout import ClassicalDropout, Dropout
from lecture_measurements.gradients.case import Case, layer_case

P = 0.4
MASK = np.array([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])


class DropoutOfMask(Dropout):
    """Inverted dropout that leaves nothing to chance."""

    def draw_mask(self, shape: tuple[int, ...]) -> Array:
        """Return always the same mask."""
        return MASK.reshape(shape)


class ClassicalDropoutOfMask(ClassicalDropout):
    """Classical dropout that leaves nothing to chance."""

    def draw_mask(self, shape: tuple[int, ...]) -> Array:
        """Return always the same mask."""
        return MASK.reshape(shape)


def dropout_cases() -> Iterator[tuple[str, list[Case]]]:
    """Yield both kinds, each in training and in evaluation."""
    everyone = np.ones(MASK.shape)
    yield (
        "dropout.Dropout",
        [
            dropout_case(DropoutOfMask, True, MASK / (1 - P)),
            dropout_case(DropoutOfMask, False, everyone),
        ],
    )
    yield (
        "dropout.ClassicalDropout",
        [
            dropout_case(ClassicalDropoutOfMask, True, MASK),
            dropout_case(ClassicalDropoutOfMask, False, everyone * (1 - P)),
        ],
    )


def dropout_case(kind: type[Dropout], training: bool, factors: Array) -> Case:
    """Return a case in which torch multiplies by the given factors."""
    layer = kind(P, np.random.default_rng(0))
    layer.training = training
    return layer_case(layer, lambda x: x * torch.tensor(factors))
