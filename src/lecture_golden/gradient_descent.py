"""Golden values of the explorer of gradient descent."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np

from lecture_code.adam import Adam
from lecture_code.arrays import Array, overflow_is_inf
from lecture_code.optimisers import SGD, Optimiser
from lecture_experiments.momentum_and_adam.valleys import Valley
from lecture_golden.export import FEWEST, State, Value

TOLERANCE = 1e-9
# Adam takes powers, whose last digit libraries round differently, and where a
# walk is chaotic each step doubles such a difference.
MOST_STEPS = 50

Slope = Callable[[float, float], tuple[float, float]]
SURFACES = ("valley", "bend", "saddle", "two_minima")
WAYS = ("descent", "momentum", "adam")
SIZES = {"all": 12, "four": 4, "one": 1}
# Directions of length 1 that cancel, one for each sample.
TILTS = (
    *((1, 0), (0.8, 0.6), (0.6, 0.8), (0, 1), (-0.6, 0.8), (-0.8, 0.6)),
    *((-1, 0), (-0.8, -0.6), (-0.6, -0.8), (0, -1), (0.6, -0.8), (0.8, -0.6)),
)


def bend(x: float, y: float) -> tuple[float, float, float]:
    """Return loss and slope in a valley along a parabola."""
    off = y + 1 - x * x
    loss = (1.2 - x) * (1.2 - x) / 4 + 2 * off * off
    return loss, (x - 1.2) / 2 - 8 * x * off, 4 * off


def saddle(x: float, y: float) -> tuple[float, float, float]:
    """Return loss and slope between two hollows."""
    loss = x * x / 2 - y * y / 2 + y * y * y * y / 4 + 0.25
    return loss, x, y * y * y - y


def two_minima(x: float, y: float) -> tuple[float, float, float]:
    """Return loss and slope with a low minimum and a higher one."""
    quartic = x * x * x * x / 4 + 0.1 * x * x * x - 0.605 * x * x
    loss = 2 * (quartic + 0.117 * x + 0.680225) + y * y
    return loss, 2 * (x + 1.3) * (x - 0.9) * (x - 0.1), 2 * y


_OTHERS = {"bend": bend, "saddle": saddle, "two_minima": two_minima}


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield all that can be chosen, runs that diverge, and random states."""
    for chosen in itertools.product(SURFACES, WAYS, SIZES):
        yield _state(rng, *chosen)
    for surface, way in itertools.product(SURFACES, WAYS):
        yield {
            **_state(rng, surface, way, "all"),
            "lr": 3.0,
            "steps": MOST_STEPS,
        }
        yield {**_state(rng, surface, way, "all"), "kept": 0.99}
        yield {**_state(rng, surface, way, "all"), "x": 0.0, "y": 0.0}
        yield {**_state(rng, surface, way, "one"), "lr": 0.001}
    for _ in range(FEWEST):
        kinds = (SURFACES, WAYS, tuple(SIZES))
        yield _state(rng, *(str(rng.choice(kind)) for kind in kinds))


def values(state: State) -> dict[str, Value]:
    """Return the points visited by the optimisers, and the loss at each."""
    loss, gradient = _surface(state)
    means = tilts(state["batch"], state["seed"])
    w = np.array([state["x"], state["y"]], dtype=float)
    optimiser, points = _optimiser(state, w), [w.copy()]
    for _ in range(state["steps"]):
        optimiser.step([gradient(w) + next(means)])
        points.append(w.copy())
    x, y = np.transpose(points)
    return {
        "x": x.tolist(),
        "y": y.tolist(),
        "losses": [loss(point) for point in points],
    }


def _surface(
    state: State,
) -> tuple[Callable[[Array], float], Callable[[Array], Array]]:
    if state["surface"] == "valley":
        valley = Valley(state["condition"], state["turn"])
        hessian = valley.hessian
        return (
            overflow_is_inf(lambda w: float(valley.loss(w))),
            overflow_is_inf(lambda w: hessian @ w),
        )
    other = _OTHERS[state["surface"]]
    return (
        overflow_is_inf(lambda w: float(other(*w)[0])),
        overflow_is_inf(lambda w: np.array(other(*w)[1:])),
    )


def _optimiser(state: State, w: Array) -> Optimiser:
    if state["way"] == "adam":
        return Adam([w], state["lr"], (state["kept"], 0.999))
    kept = state["kept"] if state["way"] == "momentum" else 0.0
    return SGD([w], state["lr"], momentum=kept)


def tilts(batch: str, seed: int) -> Iterator[Array]:
    """Yield the mean tilt of one mini-batch after the other."""
    size, below = SIZES[batch], _generator(seed)
    while batch == "all":
        yield np.zeros(2)
    while True:
        order = _shuffled(len(TILTS), below)
        for first in range(0, len(order), size):
            drawn = [TILTS[k] for k in order[first : first + size]]
            yield (
                np.array([sum(axis) for axis in zip(*drawn, strict=True)])
                / size
            )


def _generator(seed: int) -> Callable[[int], int]:
    state = seed * 7919

    def below(n: int) -> int:
        """Draw with the minimal standard generator of Park and Miller."""
        nonlocal state
        state = state * 48271 % 2147483647
        return state % n

    return below


def _shuffled(n: int, below: Callable[[int], int]) -> list[int]:
    order = list(range(n))
    for last in range(n - 1, 0, -1):
        other = below(last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def _state(
    rng: np.random.Generator, surface: str, way: str, batch: str
) -> State:
    x, y = rng.uniform(-2, 2, 2).round(2).tolist()
    return {
        "surface": surface,
        "condition": float(10 ** rng.uniform(0, 3)),
        "turn": float(rng.integers(0, 91)),
        "way": way,
        "lr": float(10 ** rng.uniform(-3, 0.4)),
        "kept": float(rng.uniform(0, 0.99)),
        "batch": batch,
        "seed": int(rng.integers(1, 100)),
        "steps": int(rng.integers(1, MOST_STEPS + 1)),
        "x": x,
        "y": y,
    }
