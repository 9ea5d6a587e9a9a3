"""Cases for the gradient of logistic regression."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import torch
from torch.nn import functional

from lecture_code.arrays import Array, IntArray
from lecture_code.penalised_loss import d_penalised_loss, penalised_loss
from lecture_measurements.gradients.case import Case, away_from_kinks


def cases_of_logistic_regression() -> Iterator[tuple[str, list[Case]]]:
    """Yield the penalised loss, for two and for three classes."""
    yield (
        "penalised_loss.penalised_loss",
        [
            penalised_case(n_outputs, C)
            for n_outputs in (1, 3)
            for C in (0.3, np.inf)
        ],
    )


def penalised_case(n_outputs: int, C: float) -> Case:
    """Return a case with random weights and samples."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(6, 2))  # (n_samples, n_features)
    classes = np.arange(6) % max(2, n_outputs)
    return Case(
        [away_from_kinks((n_outputs, 2), rng), rng.normal(size=n_outputs)],
        lambda w, b: np.asarray(penalised_loss(w, b, x, classes, C)),
        lambda u, w, b: [u * g for g in d_penalised_loss(w, b, x, classes, C)],
        partial(penalised_loss_in_torch, x, classes, C),
    )


def penalised_loss_in_torch(
    x: Array,
    classes: IntArray,
    C: float,
    weight: torch.Tensor,
    bias: torch.Tensor,
) -> torch.Tensor:
    """Return the same loss, from torch's own cross-entropies."""
    logits = functional.linear(torch.tensor(x), weight, bias)
    y = torch.tensor(classes)
    penalty = (weight**2).sum() / (2 * C * len(x))
    if logits.shape[1] > 1:
        return functional.cross_entropy(logits, y) + penalty
    loss: Callable[..., torch.Tensor] = (
        functional.binary_cross_entropy_with_logits
    )
    return loss(logits[:, 0], y.double()) + penalty
