"""Golden values of the explorer of a small network that learns."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, cast

import numpy as np

from lecture_code.activations import ACTIVATIONS, Activation
from lecture_code.arrays import Array, IntArray
from lecture_code.dropout import Dropout
from lecture_code.initialisers import (
    Initialiser,
    kaiming_normal,
    normal,
    xavier_normal,
    zeros,
)
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.losses import binary_cross_entropy, d_binary_cross_entropy
from lecture_code.optimisers import SGD
from lecture_code.penalties import d_l2_penalty
from lecture_code.sequential import Sequential
from lecture_code.toy_data import two_moons, two_rings, xor_gate
from lecture_code.training import accuracy, minibatches
from lecture_golden.export import FEWEST, State, Value
from lecture_golden.shared.draws import Draws

TOLERANCE = 1e-9

N_SAMPLES = 100
PROBES = np.array([[0, 0], [1, 0.5], [-2, 1], [2.6, -2.6]])
STARTS: dict[str, Initialiser] = {
    "zeros": zeros,
    "small": normal(0.01),
    "xavier": xavier_normal,
    "kaiming": kaiming_normal,
}
DATA = ("xor", "rings", "moons", "spiral")


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield each way to begin at its ends, and random runs."""
    for data, start, layers in itertools.product(DATA, STARTS, (0, 3)):
        one = {"data": data, "start": start, "layers": layers}
        yield _state(rng, **one, dropout=0.8)
        # Large steps multiply what rounding leaves, so only a few are held.
        yield _state(rng, **one, lr=10.0, batch="all")
    for _ in range(FEWEST):
        yield _state(rng)


def _state(rng: np.random.Generator, **fixed: Any) -> State:
    hand = rng.uniform(-2.6, 2.6, (int(rng.integers(4)), 2)).round(2).tolist()
    drawn: dict[str, Any] = {
        "data": str(rng.choice(DATA)),
        "noise": float(rng.uniform(0, 0.6)),
        "layers": int(rng.integers(4)),
        "units": int(rng.integers(1, 9)),
        "activation": str(rng.choice(list(ACTIVATIONS))),
        "start": str(rng.choice(list(STARTS))),
        "lr": float(10 ** rng.uniform(-3, 0)),
        "batch": str(rng.choice(["1", "10", "all"])),
        "l2": float(rng.choice([0, 0.01])),
        "dropout": float(rng.choice([0, 0.25, 0.5])),
        "seed": int(rng.integers(1000)),
        "points": ";".join(
            f"{x},{y},{i % 2}" for i, (x, y) in enumerate(hand)
        ),
        "epochs": int(rng.integers(4)),
    }
    return {**drawn, **fixed}


def values(state: State) -> dict[str, Value]:
    """Return how a network that the state describes learns."""
    data = _as_generator(state["seed"], 0)
    x, y = _drawn(state, data)
    new_x, new_y = _drawn(state, data)
    x, y = _with_points(x, y, state["points"])
    network = _network(state)
    scores = [_scores(network, x, y, new_x, new_y)]
    order = _as_generator(state["seed"], 2)
    for _ in range(state["epochs"]):
        _learn(network, state, x, y, order)
        scores.append(_scores(network, x, y, new_x, new_y))
    columns = np.transpose(scores).tolist()
    names = ("loss", "accuracy", "validation_loss", "validation_accuracy")
    return {
        "samples": [*x.ravel()[-12:], *new_x.ravel()[-12:]],
        **dict(zip(names, columns, strict=True)),
        "weights": _flat(network.parameters),
        "gradients": _flat(network.gradients),
        "logits": _flat([network.forward(PROBES)]),
        "hidden": _hidden(network),
    }


def _as_generator(seed: int, stream: int) -> np.random.Generator:
    return cast(np.random.Generator, Draws(seed, stream))


def _drawn(state: State, rng: np.random.Generator) -> tuple[Array, IntArray]:
    noise = state["noise"]
    if state["data"] == "rings":
        return two_rings(N_SAMPLES, noise, rng)
    if state["data"] == "moons":
        x, y = two_moons(N_SAMPLES, noise, rng)
        return (x - [0.5, 0.25]) * 1.5, y
    x, y = _spiral(rng) if state["data"] == "spiral" else _corners()
    return x + rng.normal(scale=noise, size=x.shape), y


def _corners() -> tuple[Array, IntArray]:
    x, y = xor_gate()
    which = np.arange(N_SAMPLES) % 4
    return 3 * x[which] - 1.5, y[which]


def _spiral(rng: np.random.Generator) -> tuple[Array, IntArray]:
    y = np.arange(N_SAMPLES) % 2
    t = rng.uniform(0.0, 1.0, size=N_SAMPLES)
    angle = 2 * np.pi * t + np.pi * y
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    return (0.3 + 2 * t)[:, None] * circle, y


def _with_points(x: Array, y: IntArray, points: str) -> tuple[Array, IntArray]:
    more = [one.split(",") for one in points.split(";") if one]
    for first, second, label in more:
        x = np.vstack([x, [float(first), float(second)]])
        y = np.append(y, int(label))
    return x, y


def _network(state: State) -> Sequential:
    rng, masks = (_as_generator(state["seed"], i) for i in (1, 3))
    sizes = [2, *[state["units"]] * state["layers"], 1]
    layers: list[Layer] = []
    for n_in, n_out in itertools.pairwise(sizes):
        layers.append(Linear(n_in, n_out, rng, STARTS[state["start"]]))
        layers.append(Activation(state["activation"]))
        if state["dropout"]:
            layers.append(Dropout(state["dropout"], masks))
    return Sequential(layers[: -2 if state["dropout"] else -1])


def _learn(
    network: Sequential,
    state: State,
    x: Array,
    y: IntArray,
    order: np.random.Generator,
) -> None:
    network.train()
    size = None if state["batch"] == "all" else int(state["batch"])
    sgd = SGD(network.parameters, state["lr"])
    for batch in minibatches(len(x), size, order):
        target = y[batch][:, None].astype(float)
        d_loss = d_binary_cross_entropy(network.forward(x[batch]), target)
        network.backward(d_loss)
        penalties = d_l2_penalty(network.parameters, state["l2"])
        penalties[1::2] = [np.zeros_like(b) for b in penalties[1::2]]
        pairs = zip(network.gradients, penalties, strict=True)
        sgd.step([gradient + penalty for gradient, penalty in pairs])


def _scores(
    network: Sequential, x: Array, y: IntArray, new_x: Array, new_y: IntArray
) -> list[float]:
    network.eval()
    found = []
    for inputs, labels in ((x, y), (new_x, new_y)):
        logits = network.forward(inputs)
        found.append(
            binary_cross_entropy(logits, labels[:, None].astype(float))
        )
        found.append(accuracy(logits, labels))
    return found


def _hidden(network: Sequential) -> list[float]:
    layers, h, found = network.layers, PROBES, []
    for layer in layers:
        h = layer.forward(h)
        if isinstance(layer, Activation):
            found.append(h)
    return _flat(found)


def _flat(arrays: list[Array]) -> list[float]:
    return [float(number) for array in arrays for number in array.ravel()]
