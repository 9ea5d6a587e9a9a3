"""What the teaching code is held against: torch, and central differences."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray

torch.set_num_threads(1)


def as_torch(x: ArrayLike) -> torch.Tensor:
    """Return a copy of `x` in float64 that torch computes gradients for."""
    return torch.tensor(np.asarray(x, dtype=np.float64), requires_grad=True)


def assert_matches_torch(
    ours: ArrayLike,
    theirs: torch.Tensor | None,
    rtol: float = 1e-10,
    atol: float = 1e-12,
) -> None:
    """Hold a float64 result against torch's, shapes included."""
    assert theirs is not None, "torch has no gradient: call backward first"
    assert theirs.dtype == torch.float64
    assert np.asarray(ours).dtype == np.float64
    assert np.shape(ours) == tuple(theirs.shape)
    np.testing.assert_allclose(ours, theirs.detach().numpy(), rtol, atol)


def central_differences(
    f: Callable[[NDArray[np.float64]], float], x: ArrayLike, h: float = 1e-5
) -> NDArray[np.float64]:
    """Return (f(x + h) - f(x - h)) / 2h for each entry of `x` in turn."""
    x = np.array(x, dtype=np.float64)
    gradient = np.empty_like(x)
    for i in np.ndindex(x.shape):
        shift = np.zeros_like(x)
        shift[i] = h
        gradient[i] = (f(x + shift) - f(x - shift)) / (2 * h)
    return gradient


def assert_matches_differences(
    gradient: ArrayLike,
    f: Callable[[NDArray[np.float64]], float],
    x: ArrayLike,
    rtol: float = 1e-6,
    atol: float = 1e-8,
) -> None:
    """Hold a gradient of `f` at `x` against central differences."""
    expected = central_differences(f, x)
    assert np.shape(gradient) == expected.shape
    np.testing.assert_allclose(gradient, expected, rtol, atol)


def assert_same_steps(
    ours: Callable[..., Any],
    theirs: Callable[..., Any],
    rng: np.random.Generator,
    **settings: Any,
) -> None:
    """Hold an optimiser's steps against those of one of torch."""
    p = [rng.normal(size=(3, 2)), rng.normal(size=3)]
    q = [torch.tensor(array, requires_grad=True) for array in p]
    optimiser, reference = ours(p, **settings), theirs(q, **settings)
    for _ in range(20):
        gradients = [rng.normal(size=array.shape) for array in p]
        for tensor, g in zip(q, gradients, strict=True):
            tensor.grad = torch.tensor(g)
        optimiser.step(gradients)
        reference.step()
        for array, tensor in zip(p, q, strict=True):
            assert_matches_torch(array, tensor)
