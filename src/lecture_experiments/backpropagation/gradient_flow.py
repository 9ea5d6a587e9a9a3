"""How much of a gradient comes through a chain, a network, a pass."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from lecture_code.arrays import Array
from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import relu

N_SAMPLES, WIDTH, N_LAYERS = 32, 64, 20
TEN_EQUAL_LAYERS = [64] * 11  # units


def gradients_on_the_way(factor: float, n_gates: int) -> Array:
    """Return the gradient on each value of a chain of mul gates.

    Parameters
    ----------
    factor : float
        The other input of every gate.
    n_gates : int
        Number of gates.

    Returns
    -------
    ndarray, shape (n_gates + 1,)
        After 0, 1, … gates on the way back from the output, where it is 1.
    """
    chain = [Tensor(1.0)]
    for _ in range(n_gates):
        chain.append(chain[-1] * factor)
    chain[-1].backward()
    return np.array([value.grad for value in reversed(chain)])


def gradient_norms(scale: float, normalise: bool, seed: int) -> Array:
    """Return the size of the gradient in each layer of a deep ReLU network.

    Parameters
    ----------
    scale : float
        The weights have the standard deviation scale / √width.
    normalise : bool
        Whether every column of W h is brought to mean 0 and variance 1
        before the ReLU, as batch normalisation does.
    seed : int
        Of the weights, the batch and the gradient that arrives.

    Returns
    -------
    ndarray, shape (N_LAYERS + 1,)
        Norm of the gradient on h⁰ (the input), h¹, …, in units of the last.
    """
    rng = np.random.default_rng(seed)
    hidden = [Tensor(rng.normal(size=(N_SAMPLES, WIDTH)))]
    std = scale / np.sqrt(WIDTH)
    for _ in range(N_LAYERS):
        z = hidden[-1] @ rng.normal(scale=std, size=(WIDTH, WIDTH))
        hidden.append(relu(normalised(z) if normalise else z))
    hidden[-1].backward(rng.normal(size=(N_SAMPLES, WIDTH)))
    norms: Array = np.array([np.linalg.norm(h.grad) for h in hidden])
    return np.asarray(norms / norms[-1])


def normalised(z: Tensor, eps: float = 1e-5) -> Tensor:
    """Return a batch whose columns have mean 0 and variance 1."""
    centred = z - z.mean(0)
    return centred / ((centred * centred).mean(0) + eps) ** 0.5


def multiply_adds(sizes: Sequence[int], n_samples: int) -> tuple[int, int]:
    """Count the multiply-adds of a forward and of a backward pass.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each layer, of outputs.
    n_samples : int
        Size of the batch.

    Returns
    -------
    forward, backward : int
        As torch counts them in the matrix products it executes.
    """
    layers: list[nn.Module] = []
    for n_in, n_out in pairwise(sizes):
        layers += [nn.Linear(n_in, n_out), nn.Tanh()]
    network = nn.Sequential(*layers)
    with FlopCounterMode(display=False) as forward:
        loss = network(torch.zeros(n_samples, sizes[0])).square().mean()
    with FlopCounterMode(display=False) as backward:
        loss.backward()
    return (forward.get_total_flops() // 2, backward.get_total_flops() // 2)


def n_parameters(sizes: Sequence[int]) -> int:
    """Return the number of weights and biases of a multi-layer perceptron."""
    pairs = pairwise(sizes)
    return sum((n_in + 1) * n_out for n_in, n_out in pairs)
