"""Golden values of the explorer: the_title."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lecture_golden.export import FEWEST, State, Value

TOLERANCE = 1e-9


def states(rng: np.random.Generator) -> Iterator[State]:
    """Yield the ends of both sliders, and random states."""
    for n in (1, 100):
        yield {"n": n, "sigma": 0.1}
        yield {"n": n, "sigma": 2.0}
    for _ in range(FEWEST):
        n, sigma = int(rng.integers(1, 101)), float(rng.uniform(0.1, 2))
        yield {"n": n, "sigma": sigma}


def values(state: State) -> dict[str, Value]:
    """Return the deviation of a mean; call your teaching code here."""
    return {"deviation": float(state["sigma"] / np.sqrt(state["n"]))}
