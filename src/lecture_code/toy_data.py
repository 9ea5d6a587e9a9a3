"""Small problems that fit on a slide, and show what a network can do.

Two classes in the plane can be looked at: what one line separates, a single
neuron learns; for the rest it takes a hidden layer.
"""

import numpy as np

from lecture_code.arrays import Array, IntArray, at_least_one


# --8<-- [start:gates]
def _gate(outputs: list[int]) -> tuple[Array, IntArray]:
    """Return the inputs 00, 01, 10, 11 of a gate beside its outputs."""
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return x, np.array(outputs, dtype=np.int64)


def and_gate() -> tuple[Array, IntArray]:
    """Return x, shape (4, 2), and y, shape (4,): 1 if both inputs are."""
    return _gate([0, 0, 0, 1])


def or_gate() -> tuple[Array, IntArray]:
    """Return x, shape (4, 2), and y, shape (4,): 1 if an input is."""
    return _gate([0, 1, 1, 1])


def xor_gate() -> tuple[Array, IntArray]:
    """Return x, shape (4, 2), and y, shape (4,): 1 if just one input is."""
    return _gate([0, 1, 1, 0])


# --8<-- [end:gates]


# --8<-- [start:two_rings]
def two_rings(
    n_samples: int, noise: float, rng: np.random.Generator
) -> tuple[Array, IntArray]:
    """Draw a ring of radius 1 (class 0) inside one of radius 2 (class 1).

    Parameters
    ----------
    n_samples : int
        The classes take turns, so each has half of them.
    noise : float, at least 0
        Standard deviation of what is added to each coordinate.
    rng : numpy.random.Generator

    Returns
    -------
    x : ndarray, shape (n_samples, 2)
    y : ndarray of int, shape (n_samples,)
    """
    at_least_one(n_samples=n_samples)
    y = np.arange(n_samples, dtype=np.int64) % 2
    angle = rng.uniform(0.0, 2.0 * np.pi, size=n_samples)
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    x = (1.0 + y[:, None]) * circle  # (n_samples, 2)
    return x + rng.normal(scale=noise, size=x.shape), y


# --8<-- [end:two_rings]


# --8<-- [start:two_moons]
def two_moons(
    n_samples: int, noise: float, rng: np.random.Generator
) -> tuple[Array, IntArray]:
    """Draw two half circles that reach into each other.

    Class 0 is the upper half of the unit circle. Class 1 is the same, turned
    by 180° about the point (1/2, 1/4).

    Parameters
    ----------
    n_samples : int
        The classes take turns, so each has half of them.
    noise : float, at least 0
        Standard deviation of what is added to each coordinate.
    rng : numpy.random.Generator

    Returns
    -------
    x : ndarray, shape (n_samples, 2)
    y : ndarray of int, shape (n_samples,)
    """
    at_least_one(n_samples=n_samples)
    y = np.arange(n_samples, dtype=np.int64) % 2
    angle = rng.uniform(0.0, np.pi, size=n_samples)
    upper = np.column_stack([np.cos(angle), np.sin(angle)])
    lower = np.array([1.0, 0.5]) - upper
    x = np.where(y[:, None] == 0, upper, lower)  # (n_samples, 2)
    return x + rng.normal(scale=noise, size=x.shape), y


# --8<-- [end:two_moons]


# --8<-- [start:noisy_sine]
def noisy_sine(
    n_samples: int, noise: float, rng: np.random.Generator
) -> tuple[Array, Array]:
    """Draw points near the curve y = sin x, from -π to π.

    Parameters
    ----------
    n_samples : int
    noise : float, at least 0
        Standard deviation of what is added to y; x is exact.
    rng : numpy.random.Generator

    Returns
    -------
    x, y : ndarray, shape (n_samples, 1)
    """
    at_least_one(n_samples=n_samples)
    x = rng.uniform(-np.pi, np.pi, size=(n_samples, 1))
    return x, np.sin(x) + rng.normal(scale=noise, size=x.shape)


# --8<-- [end:noisy_sine]
