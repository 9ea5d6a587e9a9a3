"""The gradients of the penalties, away from the kink of L1."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import torch

from lecture_code import penalties
from lecture_code.arrays import Array
from lecture_measurements.gradients.case import Case, away_from_kinks

WEIGHT = 0.3
IN_TORCH: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "l2_penalty": torch.square,
    "l1_penalty": torch.abs,
}


def penalty_cases() -> Iterator[tuple[str, list[Case]]]:
    """Yield each penalty on a matrix and a vector of parameters."""
    for name, term in IN_TORCH.items():
        yield f"penalties.{name}", [penalty_case(name, term)]


def penalty_case(
    name: str, term: Callable[[torch.Tensor], torch.Tensor]
) -> Case:
    """Return a case in which torch sums the given term of each parameter."""
    penalty = getattr(penalties, name)
    gradient = getattr(penalties, f"d_{name}")
    rng = np.random.default_rng(0)

    def forward(*parameters: Array) -> Array:
        return np.asarray(penalty(parameters, WEIGHT))

    def backward(u: Array, *parameters: Array) -> list[Array]:
        return [u * g for g in gradient(parameters, WEIGHT)]

    def in_torch(*parameters: torch.Tensor) -> torch.Tensor:
        return WEIGHT * torch.cat([term(p).ravel() for p in parameters]).sum()

    inputs = [away_from_kinks(shape, rng) for shape in [(2, 3), (2,)]]
    return Case(inputs, forward, backward, in_torch)
