"""The gradients of batch normalisation, held against torch and differences."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch.nn import functional

from lecture_code.batch_norm import BatchNorm1d, BatchNorm2d
from lecture_measurements.gradients.case import Case, layer_case


def batch_norm_cases() -> Iterator[tuple[str, list[Case]]]:
    """Yield both layers, each in training and in evaluation."""
    for layer, shape in ((BatchNorm1d, (5, 3)), (BatchNorm2d, (3, 3, 2, 2))):
        cases = [_case(layer, shape, training) for training in (True, False)]
        yield f"batch_norm.{layer.__name__}", cases


def _case(
    kind: type[BatchNorm1d], shape: tuple[int, ...], training: bool
) -> Case:
    rng = np.random.default_rng(0)
    layer = kind(shape[1])
    layer.training = training
    for values in (*layer.parameters, layer.running_mean, layer.running_var):
        values[...] = rng.uniform(0.5, 2.0, size=values.shape)
    mean, var = map(torch.tensor, (layer.running_mean, layer.running_var))

    def in_torch(
        x: torch.Tensor, gamma: torch.Tensor, beta: torch.Tensor
    ) -> torch.Tensor:
        return functional.batch_norm(
            x, mean.clone(), var.clone(), gamma, beta, training=training
        )

    return layer_case(layer, in_torch, shape)
