"""What small slips in a PyTorch program cost, and what they do not."""

from __future__ import annotations

import copy
import warnings

import numpy as np
import torch
from torch import Tensor, nn

from lecture_code import in_torch
from lecture_experiments.mlp_in_pytorch.curve_in_torch import (
    LR,
    N_EPOCHS,
    curve_in_torch,
    difference,
    fresh_model,
    weights,
)


def fit_to_a_row(seed: int) -> tuple[float, Tensor, Tensor]:
    """Train against targets of shape (n,), as no one should.

    Returns
    -------
    loss : float
        What the loop reports last.
    prediction, targets : Tensor, shape (n_samples, 1)
    """
    model = fresh_model(seed)
    x, targets = curve_in_torch(seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    for _ in range(N_EPOCHS):
        optimizer.zero_grad()
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Using a target size")
            loss = nn.functional.mse_loss(model(x), targets[:, 0])
        torch.autograd.backward(loss)
        optimizer.step()
    return loss.item(), model(x).detach(), targets


def graph_nodes(result: Tensor) -> int:
    """Count the operations that a result still remembers."""
    found, waiting = set(), [result.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None and node not in found:
            found.add(node)
            waiting.extend(parent for parent, _ in node.next_functions)
    return len(found)


def nodes_after_summing_losses(n_epochs: int) -> int:
    """Count what is remembered if losses are summed without `item()`."""
    model = fresh_model(0)
    x, targets = curve_in_torch(0)
    total = torch.zeros(())
    for _ in range(n_epochs):
        loss = nn.functional.mse_loss(model(x), targets)
        torch.autograd.backward(loss)
        total = total + loss
    return graph_nodes(total)


def after_a_break(seed: int, optimizer_too: bool) -> tuple[float, float]:
    """Stop half-way, load what was saved, go on; compare with no break.

    Parameters
    ----------
    seed : int
    optimizer_too : bool
        False saves the network alone.

    Returns
    -------
    difference : float
        The largest of a weight at the end.
    loss : float
        After the training with the break.
    """
    x, targets = curve_in_torch(seed)
    model = fresh_model(seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    half = (x, targets, N_EPOCHS // 2)
    in_torch.train(model, nn.MSELoss(), optimizer, *half)
    loaded = fresh_model(seed + 1)
    loaded.load_state_dict(model.state_dict())
    other = torch.optim.Adam(loaded.parameters(), lr=LR)
    if optimizer_too:
        other.load_state_dict(copy.deepcopy(optimizer.state_dict()))
    in_torch.train(model, nn.MSELoss(), optimizer, *half)
    in_torch.train(loaded, nn.MSELoss(), other, *half)
    loss = nn.functional.mse_loss(loaded(x), targets).item()
    return difference(weights(model), weights(loaded)), loss


def default_weights(seed: int, n_in: int, n_out: int) -> nn.Linear:
    """Return a linear layer as torch draws it."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return nn.Linear(n_in, n_out)


def fresh_error(model: nn.Module, seed: int) -> float:
    """Return the squared error on samples that were not learned from."""
    x, targets = curve_in_torch(1000 + seed, torch.float32)
    with torch.no_grad():
        return float(np.mean((model(x) - targets).numpy() ** 2))
