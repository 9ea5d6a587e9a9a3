"""Golden values of the explorer of universal approximation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from lecture_code.approximation import (
    Curve,
    bump,
    one_hidden_layer,
    sum_of_bumps,
    sup_error,
)
from lecture_code.arrays import Array
from lecture_experiments.neural_networks.small_networks import GRID, wavy
from lecture_golden.export import FEWEST, State, Value

TOLERANCE = 1e-9

N_POINTS = 33  # of a curve that is drawn by hand
NUMBERS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 100)
COARSE = np.linspace(0.0, 1.0, 501)
SHOWN = np.linspace(0.0, 1.0, 41)
Weights = tuple[Array, Array, Array]


def jump(x: Array) -> Array:
    """Return a curve that jumps by 1 in the middle."""
    return np.where(np.asarray(x) < 0.5, 0.0, 1.0)


CURVES: dict[str, Curve] = {
    "wavy": wavy,
    "tent": lambda x: 1 - np.abs(2 * x - 1),
    "faster": lambda x: np.sin(2 * np.pi * x * (1 + 3 * x)),
    "jump": jump,
}
KINDS = (*CURVES, "drawn")


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield all curves with few, many, dull and sharp bumps; and others."""
    extremes = itertools.product(KINDS, (1, 2, 100), (2, 40, 100))
    for curve, n, sharpness in extremes:
        yield _state(rng, curve, "fit", n, sharpness)
    for curve, sharpness in itertools.product(KINDS, (2, 100)):
        yield _state(rng, curve, "hand", 1, sharpness)
    for _ in range(FEWEST):
        curve, by = (str(rng.choice(kind)) for kind in (KINDS, _BY))
        n, sharpness = rng.integers((1, 2), (101, 101)).tolist()
        yield _state(rng, curve, by, n, sharpness)


def values(state: State) -> dict[str, Value]:
    """Return curve and network on a grid, and the error against bumps."""
    f = _curve(state)

    def equal(n: int) -> Weights:
        return sum_of_bumps(f, 0.0, 1.0, n, state["sharpness"])

    def error(weights: Weights, grid: Array) -> float:
        return sup_error(f, lambda x: one_hidden_layer(x, *weights), grid)

    built = _own(state) if state["by"] == "hand" else equal(state["n"])
    return {
        "curve": f(SHOWN).tolist(),
        "outputs": one_hidden_layer(SHOWN, *built).tolist(),
        "error": error(built, GRID),
        "errors": [error(equal(n), COARSE) for n in NUMBERS],
    }


_BY = ("fit", "hand")


def _curve(state: State) -> Curve:
    if state["curve"] != "drawn":
        return CURVES[state["curve"]]
    heights = [float(each) for each in state["drawn"].split("_")]
    return lambda x: np.interp(x, np.linspace(0, 1, N_POINTS), heights)


def _own(state: State) -> Weights:
    bumps = []
    for text in state["bumps"].split("*"):
        left, right, height = (float(each) for each in text.split("_"))
        steepness = state["sharpness"] / (right - left)
        bumps.append(bump(left, right, height, steepness))
    weight, bias, v = np.concatenate(bumps, axis=1)
    return weight, bias, v


def _state(
    rng: np.random.Generator, curve: str, by: str, n: int, sharpness: int
) -> State:
    heights = rng.uniform(-1.5, 1.5, N_POINTS).round(2)
    lefts = rng.uniform(-0.2, 0.9, rng.integers(1, 9)).round(2)
    bumps = [
        f"{left}_{round(left + width, 2)}_{height}"
        for left, width, height in zip(
            lefts,
            rng.uniform(0.02, 0.3, len(lefts)).round(2),
            rng.uniform(-1.5, 1.5, len(lefts)).round(2),
            strict=True,
        )
    ]
    return {
        "curve": curve,
        "drawn": "_".join(str(height) for height in heights),
        "by": by,
        "n": n,
        "sharpness": sharpness,
        "bumps": "*".join(bumps),
    }
