"""The gradients of GELU and SiLU, and of layer normalisation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch.nn import functional

from lecture_code import smooth_activations
from lecture_code.layer_norm import LayerNorm
from lecture_measurements.gradients.case import (
    Case,
    away_from_kinks,
    layer_case,
)

IN_TORCH: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "gelu": functional.gelu,
    "silu": functional.silu,
}


def smooth_cases() -> Iterator[tuple[str, list[Case]]]:
    """Yield both activations, and the layer with its two parameters."""
    for name, in_torch in IN_TORCH.items():
        yield f"smooth_activations.{name}", [_case(name, in_torch)]
    layer = LayerNorm(3)
    yield "layer_norm.LayerNorm", [layer_case(layer, _normalised)]


def _case(name: str, in_torch: Callable[[torch.Tensor], torch.Tensor]) -> Case:
    f = getattr(smooth_activations, name)
    derivative = getattr(smooth_activations, f"d_{name}")
    x = away_from_kinks((2, 3), np.random.default_rng(0))
    return Case([x], f, lambda u, x: [u * derivative(x)], in_torch)


def _normalised(
    x: torch.Tensor, gamma: torch.Tensor, beta: torch.Tensor
) -> torch.Tensor:
    return functional.layer_norm(x, (3,), gamma, beta)
