"""Golden values of the explorer of regularisation."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, cast

import numpy as np

from lecture_code.activations import Activation
from lecture_code.arrays import Array
from lecture_code.dropout import Dropout
from lecture_code.layer import Layer
from lecture_code.linear import Linear
from lecture_code.losses import d_mean_squared_error, mean_squared_error
from lecture_code.optimisers import SGD
from lecture_code.penalties import d_l1_penalty, d_l2_penalty
from lecture_code.sequential import Sequential
from lecture_golden.export import FEWEST, State, Value
from lecture_golden.shared.draws import Draws
from lecture_golden.shared.penalised_polynomials import fitted

# Singular values here and there differ in the last digits, and a fit without
# a penalty multiplies that by its condition number, at most about 1e4.
TOLERANCE = 1e-9

N_VALIDATION = 100
UNITS = 16
MOST_DEGREE = 15
LR = 0.03
EVERY = 20
SOME = 14  # of the errors along the way, each so many-th
PROBES = np.array([-0.9, -0.33, 0, 0.5, 0.97])
PENALTIES = ("none", "l2", "l1", "dropout")

Samples: TypeAlias = tuple[Array, Array]
Curve: TypeAlias = Callable[[Array], Array]


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield more weights than samples, one sample, huge λ; random states."""
    for penalty, lam in itertools.product(PENALTIES, (0.0, 1e-6, 10.0, 1e6)):
        one = {"model": "polynomial", "penalty": penalty, "lambda": lam}
        yield _state(rng, **one, samples=1)
        yield _state(rng, **one, samples=8, degree=MOST_DEGREE)
        yield _state(rng, **one, samples=40, degree=MOST_DEGREE)
    for penalty, n in itertools.product(PENALTIES, (1, 40)):
        yield _state(rng, model="network", penalty=penalty, samples=n)
        yield _state(
            rng, model="network", penalty=penalty, samples=n, epochs=1000
        )
    for _ in range(FEWEST):
        yield _state(rng)


def _state(rng: np.random.Generator, **fixed: Any) -> State:
    drawn: dict[str, Any] = {
        "model": str(rng.choice(["polynomial", "network"])),
        "penalty": str(rng.choice(PENALTIES)),
        "lambda": float(10 ** rng.uniform(-6, 1)),
        "degree": int(rng.integers(1, MOST_DEGREE + 1)),
        "p": float(rng.uniform(0, 0.8)),
        "samples": int(rng.integers(1, 41)),
        "noise": float(rng.uniform(0, 1)),
        "epochs": int(rng.integers(60)),
        "seed": int(rng.integers(100)),
    }
    return {**drawn, **fixed}


def values(state: State) -> dict[str, Value]:
    """Return what is fitted, and its errors."""
    data = _sampled(state, state["samples"], 0)
    new = _sampled(state, N_VALIDATION, 1)
    if state["model"] == "network":
        return _network(state, data, new)
    penalty = state["penalty"]
    weights, curve = fitted(*data, state["degree"], penalty, state["lambda"])
    if penalty in ("l1", "l2"):
        places = [(state["degree"], 10 ** (-6 + i / 4)) for i in range(29)]
    else:
        places = [(degree, 0.0) for degree in range(1, MOST_DEGREE + 1)]
    some = [
        _errors(fitted(*data, degree, penalty, lam)[1], data, new)
        for degree, lam in places[::SOME]
    ]
    return _found(weights, curve, _errors(curve, data, new), some, 0.0)


def _found(
    weights: Array,
    curve: Curve,
    here: tuple[float, float],
    some: list[tuple[float, float]],
    best: float,
) -> dict[str, Value]:
    return {
        "weights": weights.tolist(),
        "curve": curve(PROBES).tolist(),
        "training": here[0],
        "validation": here[1],
        "training_errors": [one[0] for one in some],
        "validation_errors": [one[1] for one in some],
        "best": best,
    }


def _sampled(state: State, n: int, stream: int) -> Samples:
    draws = Draws(state["seed"], stream)
    x = -1 + (2 * np.arange(n) + 1) / n
    return x, np.sin(np.pi * x) + draws.normal(state["noise"], n)


def _errors(curve: Curve, *sets: Samples) -> tuple[float, float]:
    one, two = (
        mean_squared_error(curve(x)[:, None], y[:, None]) for x, y in sets
    )
    return one, two


def _network(state: State, data: Samples, new: Samples) -> dict[str, Value]:
    network = _begun(state)

    def curve(x: Array) -> Array:
        network.eval()
        return network.forward(x[:, None])[:, 0]

    errors = [_errors(curve, data, new)]
    for epoch in range(1, state["epochs"] + 1):
        _learn(network, state, data)
        if epoch % EVERY == 0 or epoch == state["epochs"]:
            errors.append(_errors(curve, data, new))
    best = min(validation for _, validation in errors)
    weights = np.concatenate([p.ravel() for p in network.parameters[::2]])
    return _found(weights, curve, errors[-1], errors[::SOME], best)


def _begun(state: State) -> Sequential:
    rng, masks = (
        cast(np.random.Generator, Draws(state["seed"], i)) for i in (2, 3)
    )
    first, last = Linear(1, UNITS, rng), Linear(UNITS, 1, rng)
    draws = Draws(state["seed"], 2)
    first.weight[:] = draws.normal(6.0, (UNITS, 1))
    first.bias[:] = draws.normal(3.0, UNITS)
    last.weight[:] = draws.normal(0.25, (1, UNITS))
    layers: list[Layer] = [first, Activation("tanh")]
    if state["penalty"] == "dropout" and state["p"]:
        layers.append(Dropout(state["p"], masks))
    return Sequential([*layers, last])


def _learn(network: Sequential, state: State, data: Samples) -> None:
    network.train()
    x, y = data[0][:, None], data[1][:, None]
    network.backward(d_mean_squared_error(network.forward(x), y))
    weights = network.parameters[::2]
    gradients = network.gradients
    penalty = {"l1": d_l1_penalty, "l2": d_l2_penalty}.get(state["penalty"])
    if penalty:
        for i, more in enumerate(penalty(weights, state["lambda"])):
            gradients[2 * i] = gradients[2 * i] + more
    SGD(network.parameters, LR).step(gradients)
