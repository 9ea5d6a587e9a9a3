"""How long an activation takes, beside the product that comes before it.

Run it as it stands. The times differ from machine to machine, and with the
version of NumPy, so they are printed and recorded nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from timeit import repeat

import numpy as np

from lecture_code.activations import ACTIVATIONS

N_SAMPLES, N_UNITS = 256, 512


def best_time(run: Callable[[], object]) -> float:
    """Return the shortest of five runs, in microseconds."""
    return min(repeat(run, number=10, repeat=5)) / 10 * 1e6


def main() -> None:
    """Print a line for each operation."""
    rng = np.random.default_rng(0)
    z = rng.normal(size=(N_SAMPLES, N_UNITS))
    weight = rng.normal(size=(N_UNITS, N_UNITS))
    times = {
        "max(0, z)": best_time(lambda: np.maximum(0.0, z)),
        "exp(z)": best_time(lambda: np.exp(z)),
        "z @ weight": best_time(lambda: z @ weight),
    }
    for name, (function, _) in ACTIVATIONS.items():
        times[name] = best_time(partial(function, z))
    for name, time in times.items():
        ratio = time / times["max(0, z)"]
        print(f"{name:12} {time:8.0f} µs, {ratio:5.1f} × max(0, z)")


if __name__ == "__main__":
    main()
