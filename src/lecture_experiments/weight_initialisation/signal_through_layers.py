"""How a random start carries a signal up a deep network, and blame down.

The weights of every setting are the same standard-normal numbers, times the
setting's standard deviation. They are drawn in single precision, which is
twice as fast, and multiplied in double.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lecture_code.activations import ACTIVATIONS
from lecture_code.arrays import Array

N_SAMPLES, WIDTH, N_LAYERS = 16, 4096, 6
SATURATED = 0.99


@dataclass(frozen=True)
class Setting:
    """How the weights start, and what bends the layers.

    Attributes
    ----------
    name : str
        As on the page.
    std : float
        The standard deviation of a weight.
    activation : str
        A key of `ACTIVATIONS`.
    """

    name: str
    std: float
    activation: str


ZERO = Setting("0, tanh", 0.0, "tanh")
SMALL = Setting("0.01, tanh", 0.01, "tanh")
LARGER = Setting("0.05, tanh", 0.05, "tanh")
XAVIER = Setting("Xavier, tanh", WIDTH**-0.5, "tanh")
XAVIER_RELU = Setting("Xavier, ReLU", WIDTH**-0.5, "relu")
KAIMING = Setting("Kaiming, ReLU", (2 / WIDTH) ** 0.5, "relu")
SETTINGS = [ZERO, SMALL, LARGER, XAVIER, XAVIER_RELU, KAIMING]


@dataclass
class Signal:
    """What went up through the layers and what came back.

    Attributes
    ----------
    hidden : list of ndarray, shape (n_samples, width)
        h⁰ (the input), h¹, …
    d_hidden : list of ndarray, shape (n_samples, width)
        The gradient on each of these; standard normal on the last.
    d_z : list of ndarray, shape (n_samples, width)
        The gradient before the activation of layer 1, 2, ….
    """

    hidden: list[Array]
    d_hidden: list[Array] = field(default_factory=list)
    d_z: list[Array] = field(default_factory=list)

    @property
    def stds(self) -> Array:
        """The standard deviation of h¹, h², … over samples and units."""
        return np.array([h.std() for h in self.hidden[1:]])

    @property
    def saturated(self) -> Array:
        """The share of h¹, h², … that is beyond ±0.99."""
        return np.array(
            [np.mean(np.abs(h) > SATURATED) for h in self.hidden[1:]]
        )

    @property
    def weight_gradients(self) -> Array:
        """The root mean square of the gradient on W¹, W², ….

        The gradient δᵀh is never formed: the sum of its squares is that of
        the products of two small matrices, δδᵀ and hhᵀ.
        """
        squares = [
            np.sum((d @ d.T) * (h @ h.T)) / (d.shape[1] * h.shape[1])
            for h, d in zip(self.hidden, self.d_z, strict=False)
        ]
        return np.sqrt(squares)

    def some_weight_gradients(self, n_units: int) -> list[Array]:
        """Return the gradient on the weights of the first few units."""
        return [
            d[:, :n_units].T @ h
            for h, d in zip(self.hidden, self.d_z, strict=False)
        ]


def through_layers(
    setting: Setting,
    seed: int,
    *,
    width: int = WIDTH,
    n_layers: int = N_LAYERS,
    backward: bool = True,
) -> Signal:
    """Send standard-normal samples up and a standard-normal gradient down.

    Parameters
    ----------
    setting : Setting
    seed : int
        Of the samples, the weights and the gradient that arrives.
    width, n_layers : int
        Each layer is square.
    backward : bool
        False saves the way back.
    """
    rng = np.random.default_rng(seed)
    shape = (N_SAMPLES, width)
    function, derivative = ACTIVATIONS[setting.activation]
    signal, z, weights = Signal([rng.normal(size=shape)]), [], []
    for _ in range(n_layers):
        w = rng.standard_normal((width, width), dtype=np.float32)
        z.append(product(signal.hidden[-1], w.T) * setting.std)
        signal.hidden.append(function(z[-1]))
        if backward:
            weights.append(w)
    if backward:
        signal.d_hidden = [rng.normal(size=shape)]
        for w, inputs in zip(reversed(weights), reversed(z), strict=True):
            signal.d_z.append(signal.d_hidden[-1] * derivative(inputs))
            signal.d_hidden.append(product(signal.d_z[-1], w) * setting.std)
        signal.d_hidden.reverse()
        signal.d_z.reverse()
    return signal


def product(x: Array, w: NDArray[np.float32]) -> Array:
    """Multiply in double precision."""
    return x @ w.astype(np.float64)


def per_layer(values: Array) -> float:
    """Return the factor from one layer to the next: a geometric mean."""
    ratios = [after / before for before, after in pairwise(values)]
    return float(np.exp(np.mean(np.log(ratios))))
