"""A sum of random products is as large as the rule for it says."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional

from lecture_code.arrays import Array
from lecture_code.initialisers import Initialiser, fan_in

N_SUMS = 20_000


def sums(
    n_in: int, std: float, seed: int, *, rectified: bool = False
) -> tuple[Array, Array]:
    """Draw inputs and sums y = Σ w x, each sum with weights of its own.

    Parameters
    ----------
    n_in : int
        Terms of a sum.
    std : float
        Of a weight.
    seed : int
    rectified : bool
        Whether the standard-normal inputs have gone through a ReLU.

    Returns
    -------
    x : ndarray, shape (N_SUMS, n_in)
    y : ndarray, shape (N_SUMS,)
    """
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(N_SUMS, n_in))
    if rectified:
        x = np.maximum(0.0, x)
    w = rng.normal(scale=std, size=(N_SUMS, n_in))
    return x, np.sum(w * x, axis=1)


def both_ways(
    initialiser: Initialiser, n_in: int, n_out: int, seed: int
) -> tuple[float, float]:
    """Return by how much a linear layer changes the variance, both ways.

    Returns
    -------
    forward, backward : float
        Of the signal from `n_in` inputs to `n_out` outputs, and of the
        gradient on its way back.
    """
    rng = np.random.default_rng(seed)
    w = initialiser(n_in, n_out, rng)
    x, d_y = rng.normal(size=(64, n_in)), rng.normal(size=(64, n_out))
    forward = (x @ w.T).var() / x.var()
    return float(forward), float((d_y @ w).var() / d_y.var())


def convolved(
    variance: float, seed: int, *, padding: int = 0
) -> tuple[torch.Tensor, float]:
    """Convolve what a ReLU lets through with random 3 × 3 windows.

    Parameters
    ----------
    variance : float
        Of a weight, in units of 1 / fan-in.
    seed : int
    padding : int
        Rows and columns of zeros around the image.

    Returns
    -------
    y : tensor, shape (32, 4096, height, width)
        Before the next ReLU.
    mean_square : float
        Of the inputs.
    """
    generator = torch.Generator().manual_seed(seed)
    shape = (4096, 32, 3, 3)
    x = torch.randn(32, 32, 8, 8, generator=generator).relu()
    w = torch.randn(shape, generator=generator)
    w *= (variance / fan_in(shape)) ** 0.5
    y = functional.conv2d(x, w, padding=padding)
    return y, float(x.square().mean())
