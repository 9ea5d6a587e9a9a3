"""The smallest network that can learn XOR often fails to.

A few hundred networks 2 → 2 tanh → 1 are trained side by side, so that a
share can be told in a second.
"""

from __future__ import annotations

import numpy as np

from lecture_code.activations import sigmoid, tanh
from lecture_code.arrays import Array, IntArray
from lecture_code.toy_data import xor_gate

N_NETWORKS = 200
N_UPDATES = 2000


class ManyNetworks:
    """Networks with weights of their own, in arrays (n_networks, ...)."""

    def __init__(self, n_networks: int, rng: np.random.Generator) -> None:
        self.W = rng.normal(size=(n_networks, 2, 2))
        self.b = np.zeros((n_networks, 1, 2))
        self.v = rng.normal(scale=np.sqrt(0.5), size=(n_networks, 2, 1))
        self.c = np.zeros((n_networks, 1, 1))

    def forward(self, x: Array) -> Array:
        """Return logits (n_networks, n, 1) for inputs (n_networks, n, 2)."""
        self.x = x
        self.h = tanh(x @ self.W + self.b)
        return np.asarray(self.h @ self.v + self.c)

    def step(self, d_logits: Array, lr: float) -> None:
        """Pass the gradient back and take a step downhill."""
        d_hidden = d_logits * self.v.swapaxes(1, 2) * (1 - self.h**2)
        self.v -= lr * self.h.swapaxes(1, 2) @ d_logits
        self.c -= lr * d_logits.sum(axis=1, keepdims=True)
        self.W -= lr * self.x.swapaxes(1, 2) @ d_hidden
        self.b -= lr * d_hidden.sum(axis=1, keepdims=True)


def share_solved(batch_size: int, lr: float, seed: int) -> float:
    """Return the share that gets all four cases right after training."""
    rng = np.random.default_rng(seed)
    x, y = xor_gate()
    networks = ManyNetworks(N_NETWORKS, rng)
    for _ in range(N_UPDATES):
        batch = _batches(batch_size, rng)
        d_loss = sigmoid(networks.forward(x[batch])) - y[batch][..., None]
        networks.step(d_loss / batch_size, lr)
    logits = networks.forward(np.broadcast_to(x, (N_NETWORKS, 4, 2)))
    right = (logits[..., 0] > 0) == (y == 1)
    return float(np.mean(right.all(axis=1)))


def _batches(batch_size: int, rng: np.random.Generator) -> IntArray:
    """Draw one sample per network, or take all four."""
    if batch_size == 4:
        return np.tile(np.arange(4), (N_NETWORKS, 1))
    return rng.integers(4, size=(N_NETWORKS, batch_size))
