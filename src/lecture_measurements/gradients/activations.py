"""The gradients of activations that learn, held against torch."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch.nn import functional

from lecture_code.maxout import Maxout
from lecture_code.prelu import PReLU
from lecture_measurements.gradients.case import Case, layer_case


def activation_layers() -> Iterator[tuple[str, list[Case]]]:
    """Yield the layers that bend and learn, with their cases."""
    rng = np.random.default_rng(0)
    yield (
        "prelu.PReLU",
        [layer_case(PReLU(n), functional.prelu) for n in (1, 3)],
    )
    yield (
        "maxout.Maxout",
        [layer_case(Maxout(3, 4, n, rng), maxout_in_torch) for n in (1, 2, 5)],
    )


def maxout_in_torch(
    x: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor
) -> torch.Tensor:
    """Return the largest of the pieces, as torch computes it."""
    pieces = x @ weight.mT + bias[:, None]  # (n_pieces, n_samples, n_out)
    return pieces.max(dim=0).values
