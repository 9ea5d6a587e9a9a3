"""Golden values of the explorer of batch normalisation."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np

from lecture_code.arrays import Array
from lecture_code.batch_norm import BatchNorm1d
from lecture_golden.export import FEWEST, State, Value

TOLERANCE = 1e-9

SEEN_SIZE = 32  # samples in each batch that the layer has seen


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield batches of one and two, quiet ones, outliers; and random ones."""
    for mode, m in itertools.product(("training", "evaluation"), (1, 2, 32)):
        yield _state(rng, mode, m)
        yield {**_state(rng, mode, m), "spread": 0.0}
        yield {**_state(rng, mode, m), "x": 1000.0}
        yield {**_state(rng, mode, m), "seen": 0}
        yield {**_state(rng, mode, m), "seen": 100, "alpha": 1.0}
        yield {**_state(rng, mode, m), "epsilon": 10.0, "gamma": 0.0}
    for _ in range(FEWEST):
        mode = str(rng.choice(("training", "evaluation")))
        yield _state(rng, mode, int(rng.integers(1, 33)))


def values(state: State) -> dict[str, Value]:
    """Return a batch, what the layer makes of it, and what it remembers."""
    layer = BatchNorm1d(1, state["epsilon"], state["alpha"])
    layer.gamma[:], layer.beta[:] = state["gamma"], state["beta"]
    running = _train(layer, state)
    batch = _drawn(state, state["m"], _generator(state["seed"]))
    batch[0, 0] = state["x"]
    layer.training = state["mode"] == "training"
    try:
        output = layer.forward(batch)[:, 0].tolist()
    except ValueError:  # a batch of one
        output = []
    return {
        "batch": batch[:, 0].tolist(),
        "normalised": layer.x_hat[:, 0].tolist() if output else [],
        "output": output,
        "refused": float(not output),
        "running_means": [mean for mean, _ in running],
        "running_variances": [variance for _, variance in running],
    }


def _train(layer: BatchNorm1d, state: State) -> list[tuple[float, float]]:
    """Show the layer its batches; return its statistics after each."""
    normal = _generator(state["seed"] + 100)
    running = [(0.0, 1.0)]
    for _ in range(state["seen"]):
        layer.forward(_drawn(state, SEEN_SIZE, normal))
        mean, variance = layer.running_mean[0], layer.running_var[0]
        running.append((float(mean), float(variance)))
    return running


def _generator(seed: int) -> Callable[[], float]:
    state = seed * 7919

    def uniform() -> float:
        """Draw with the minimal standard generator of Park and Miller."""
        nonlocal state
        state = state * 48271 % 2147483647
        return state / 2147483647

    return lambda: sum((uniform() for _ in range(12)), start=-6.0)


def _drawn(state: State, m: int, normal: Callable[[], float]) -> Array:
    mean, spread = state["mean"], state["spread"]
    return np.array([[mean + spread * normal()] for _ in range(m)])


def _state(rng: np.random.Generator, mode: str, m: int) -> State:
    return {
        "mode": mode,
        "m": m,
        "x": float(rng.uniform(-10, 10)),
        "mean": float(rng.uniform(-5, 5)),
        "spread": float(rng.uniform(0, 3)),
        "seed": int(rng.integers(1, 100)),
        "gamma": float(rng.uniform(-3, 3)),
        "beta": float(rng.uniform(-5, 5)),
        "epsilon": float(10 ** rng.uniform(-8, 1)),
        "alpha": float(rng.uniform(0, 1)),
        "seen": int(rng.integers(0, 101)),
    }
