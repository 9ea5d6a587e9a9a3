"""Golden values of the explorer of initialisation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import cast

import numpy as np

from lecture_code.activations import ACTIVATIONS, Activation
from lecture_code.arrays import Array
from lecture_code.initialisers import normal
from lecture_code.linear import Linear
from lecture_golden.export import FEWEST, State, Value
from lecture_golden.shared.draws import Draws

TOLERANCE = 1e-9

N_SAMPLES, BINS, SATURATED = 16, 25, 0.99
KINDS = ("tanh", "relu", "leaky_relu", "identity")
# Above its line a network multiplies what rounding leaves, tanh by about
# √(s/2) in each layer; beyond this product a state is not compared.
MOST_GROWTH = 1e3


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield the lecture's scales and the ends, and random states."""
    scales = (0.1, 0.64, 1.0, 2**0.5, 3.2, 32.0, 40.0)
    for kind, scale in itertools.product(KINDS, scales):
        yield _state(kind, scale, 8, 20, 0)
        yield _state(kind, scale, 64, 6, 1)
    for _ in range(FEWEST):
        kind, scale = str(rng.choice(KINDS)), 10 ** rng.uniform(-1, 1.6)
        width, depth, seed = rng.integers((1, 1, 0), (9, 21, 1000)).tolist()
        yield _state(kind, float(scale), 8 * width, depth, seed)


def _state(
    kind: str, scale: float, width: int, depth: int, seed: int
) -> State:
    if kind == "tanh" and scale > 2:
        held = np.log(MOST_GROWTH) / np.log(np.sqrt(scale / 2))
        depth = max(1, min(depth, int(held)))
    return {
        "activation": kind,
        "scale": scale,
        "width": width,
        "depth": depth,
        "seed": seed,
    }


def values(state: State) -> dict[str, Value]:
    """Return what each layer passes up, and what comes back."""
    layers = _layers(state)
    hidden, blames = _sent(layers, state)
    gradients = [linear.d_loss_d_weight for linear, _ in layers]
    weights = [_rms(d) for d in gradients]
    slope = ACTIVATIONS[state["activation"]][1]
    return {
        "units": [_rms(h) for h in hidden],
        "blame": [_rms(d) for d in blames],
        "weights": weights,
        "saturated": [float(np.mean(np.abs(h) > SATURATED)) for h in hidden],
        "zero": [float(np.mean(h == 0)) for h in hidden],
        "of_units": _counts(hidden, 3.0),
        "of_gradients": _counts(gradients, 3 * weights[-1] or 1.0),
        "critical": 1 / _rms(slope(np.array([-1e-9, 1e-9]))),
    }


def _layers(state: State) -> list[tuple[Linear, Activation]]:
    width = state["width"]
    start = normal(state["scale"] / np.sqrt(width))
    return [
        (
            Linear(width, width, _generator(state, 2 + i), start),
            Activation(state["activation"]),
        )
        for i in range(state["depth"])
    ]


def _generator(state: State, stream: int) -> np.random.Generator:
    return cast(np.random.Generator, Draws(state["seed"], stream))


def _sent(
    layers: list[tuple[Linear, Activation]], state: State
) -> tuple[list[Array], list[Array]]:
    shape = (N_SAMPLES, state["width"])
    h, d = (_generator(state, i).normal(scale=1.0, size=shape) for i in (0, 1))
    hidden, blames = [], []
    for linear, activation in layers:
        h = activation.forward(linear.forward(h))
        hidden.append(h)
    for linear, activation in reversed(layers):
        blames.append(d)
        d = linear.backward(activation.backward(d))
    return hidden, blames[::-1]


def _rms(values: Array) -> float:
    return float(np.sqrt(np.mean(values**2)))


def _counts(arrays: list[Array], most: float) -> list[float]:
    edges = np.linspace(-most, most, BINS + 1)
    inside = [np.clip(array, -most, most) for array in arrays]
    found = [np.histogram(array, edges)[0] for array in inside]
    return [float(count) for counts in found for count in counts]
