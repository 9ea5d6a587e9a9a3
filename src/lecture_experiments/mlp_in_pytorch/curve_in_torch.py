"""The lecture's network on a curve, in torch and as its twin in NumPy.

With seed 0, data and first weights are those of the page's listing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count

import numpy as np
import torch
from torch import Tensor, nn

from lecture_code import in_torch
from lecture_code.adam import Adam
from lecture_code.arrays import Array
from lecture_code.losses import d_mean_squared_error, mean_squared_error
from lecture_code.mlp import MLP
from lecture_code.optimisers import Optimiser
from lecture_code.toy_data import noisy_sine

N_EPOCHS = 200
LR = 0.01
NOISE = 0.1

Start = Callable[[Sequence[Array]], Optimiser]


def curve(seed: int, n_samples: int = 100) -> tuple[Array, Array]:
    """Return samples of the noisy sine, (n_samples, 1) both."""
    return noisy_sine(n_samples, NOISE, np.random.default_rng(seed))


def curve_in_torch(
    seed: int, dtype: torch.dtype = torch.float64
) -> tuple[Tensor, Tensor]:
    """Return the same samples as tensors."""
    x, targets = curve(seed)
    return torch.tensor(x, dtype=dtype), torch.tensor(targets, dtype=dtype)


def fresh_model(seed: int, dtype: torch.dtype = torch.float64) -> in_torch.MLP:
    """Return the network as torch draws it, in single precision first."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return in_torch.MLP().to(dtype)


def weights(model: nn.Module) -> list[Array]:
    """Return copies of the parameters in double precision."""
    return [p.detach().double().numpy().copy() for p in model.parameters()]


def twin(seed: int) -> MLP:
    """Return the same network in NumPy, with the same weights."""
    ours = MLP([1, 10, 1], "tanh", np.random.default_rng(0))
    for p, w in zip(ours.parameters, weights(fresh_model(seed)), strict=True):
        p[...] = w
    return ours


def difference(ours: Sequence[Array], theirs: Sequence[Array]) -> float:
    """Return the largest difference of a weight."""
    pairs = zip(ours, theirs, strict=True)
    return max(float(np.max(np.abs(p - q))) for p, q in pairs)


def adam(parameters: Sequence[Array]) -> Adam:
    """Return the optimiser of the lecture."""
    return Adam(parameters, lr=LR)


def steps_of_the_twin(
    model: MLP, optimiser: Optimiser, x: Array, y: Array, clear: bool = True
) -> Iterator[float]:
    """Train the twin, yielding the loss before each step.

    Parameters
    ----------
    model, optimiser
        Changed in place.
    x, y : ndarray, shape (n_samples, 1)
    clear : bool
        False forgets `zero_grad`: every step is made with the sum of all
        gradients so far.
    """
    kept = [np.zeros_like(p) for p in model.parameters]
    for _ in count():
        output = model.forward(x)
        yield mean_squared_error(output, y)
        model.backward(d_mean_squared_error(output, y))
        for total, g in zip(kept, model.gradients, strict=True):
            total[...] = g if clear else total + g
        optimiser.step(kept)


def losses_of_the_twin(
    seed: int,
    start: Start = adam,
    n_epochs: int = N_EPOCHS,
    clear: bool = True,
) -> list[float]:
    """Return the loss before each epoch, and after the last."""
    model = twin(seed)
    steps = steps_of_the_twin(
        model, start(model.parameters), *curve(seed), clear
    )
    return [next(steps) for _ in range(n_epochs + 1)]


def losses_if_never_cleared(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    x: Tensor,
    targets: Tensor,
    n_epochs: int = N_EPOCHS,
) -> list[float]:
    """Train without ever clearing a gradient; return the loss before each."""
    losses = []
    for _ in range(n_epochs):
        loss = nn.functional.mse_loss(model(x), targets)
        torch.autograd.backward(loss)
        optimizer.step()
        losses.append(loss.item())
    return losses


def differences_on_the_way(
    seed: int, dtype: torch.dtype, n_epochs: int = N_EPOCHS
) -> list[float]:
    """Return how far torch and the twin are apart after each step."""
    model, ours = fresh_model(seed, dtype), twin(seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    x, targets = curve_in_torch(seed, dtype)
    steps = steps_of_the_twin(ours, adam(ours.parameters), *curve(seed))
    next(steps)  # the loss before the first step
    found = []
    for _ in range(n_epochs):
        in_torch.train(model, nn.MSELoss(), optimizer, x, targets, 1)
        next(steps)
        found.append(difference(ours.parameters, weights(model)))
    return found
